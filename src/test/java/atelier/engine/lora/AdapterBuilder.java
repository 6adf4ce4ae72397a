package atelier.engine.lora;

import atelier.engine.weights.DType;
import atelier.engine.weights.FloatConversion;
import atelier.engine.weights.SafetensorsWriter;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes adapter files tensor by tensor, in any form, sound or not. */
final class AdapterBuilder {

    private final SafetensorsWriter writer = new SafetensorsWriter();
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final DType type;

    AdapterBuilder() {
        this(DType.F32);
    }

    AdapterBuilder(DType type) {
        this.type = type;
    }

    /** Adds random values, different for each name. */
    AdapterBuilder random(String name, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        return tensor(name, Doubles.random(name.hashCode(), count), shape);
    }

    /** Adds positive values around 1, as magnitudes are. */
    AdapterBuilder magnitudes(String name, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        float[] random = Doubles.random(name.hashCode(), count);
        for (int i = 0; i < count; i++) {
            random[i] = 1 + Math.abs(random[i]);
        }
        return tensor(name, random, shape);
    }

    AdapterBuilder tensor(String name, float[] floats, long... shape) {
        ByteBuffer from = ByteBuffer.allocate(floats.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        from.asFloatBuffer().put(floats);
        ByteBuffer to = ByteBuffer.allocate(floats.length * type.bytes());
        FloatConversion.convert(from, DType.F32, to, type);
        values.put(name, Doubles.of(FloatConversion.floats(to.flip().duplicate(), type)));
        return bytes(name, type, to, shape);
    }

    AdapterBuilder bytes(String name, DType dtype, ByteBuffer bytes, long... shape) {
        writer.tensor(
                name,
                dtype,
                Arrays.stream(shape).boxed().toList(),
                channel -> channel.write(bytes.duplicate()));
        return this;
    }

    AdapterBuilder alpha(String stem, double alpha) {
        return tensor(stem + ".alpha", new float[] {(float) alpha});
    }

    AdapterBuilder metadata(String key, String value) {
        writer.metadata(key, value);
        return this;
    }

    /** The values as the file has them, rounded to its type. */
    double[] get(String name) {
        return values.get(name);
    }

    Path write(Path folder) {
        Path path = folder.resolve("adapter.safetensors");
        writer.write(path, ProgressListener.NONE, new CancelToken());
        return path;
    }

    /** A LoRA of one layer by kohya's endings. */
    AdapterBuilder lora(String stem, long out, long in, long rank) {
        return random(stem + ".lora_down.weight", rank, in)
                .random(stem + ".lora_up.weight", out, rank);
    }
}
