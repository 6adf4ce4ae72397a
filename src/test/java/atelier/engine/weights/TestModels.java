package atelier.engine.weights;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.weights.TextEncoderConfig.Activation;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/**
 * Models made up for tests: their tensors' names and shapes, and files filled with random numbers.
 */
public final class TestModels {

    /** The networks of one model. */
    public record Sizes(
            UNetConfig unet, VaeConfig vae, TextEncoderConfig first, TextEncoderConfig second) {}

    /** SDXL's own sizes. */
    public static final Sizes SDXL =
            new Sizes(
                    NetworkSizes.sdxl().unet(),
                    NetworkSizes.sdxl().vae(),
                    new TextEncoderConfig(12, 768, 12, 3072, 77, 49408, Activation.QUICK_GELU, 0),
                    new TextEncoderConfig(32, 1280, 20, 5120, 77, 49408, Activation.GELU, 1280));

    /**
     * Small, but with everything told from the tensors as it is for SDXL: 64 channels a head, 32
     * groups.
     */
    static final Sizes SMALL =
            new Sizes(
                    new UNetConfig(
                            4,
                            4,
                            List.of(32, 64),
                            1,
                            List.of(0, 1),
                            List.of(1, 1),
                            128,
                            32,
                            16,
                            32),
                    new VaeConfig(3, 4, List.of(32, 32), 1, 32, 0.13025),
                    new TextEncoderConfig(1, 64, 1, 96, 7, 11, Activation.QUICK_GELU, 0),
                    new TextEncoderConfig(2, 64, 1, 96, 7, 11, Activation.GELU, 32));

    private TestModels() {}

    /**
     * A single file of SDXL's real structure in fp16, 7 GB, whose data is a hole that takes no room
     * on the disk.
     */
    public static void hole(Path file) throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("modelspec.title", "hole");
        SequencedMap<String, List<Long>> shapes = singleFile(SDXL);
        shapes.forEach((name, shape) -> writer.tensor(name, DType.F16, shape, channel -> {}));
        long numbers =
                shapes.values().stream()
                        .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                        .sum();
        ByteBuffer header = writer.header();
        long size = header.remaining() + Short.BYTES * numbers;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(header);
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /** The tensors of a single file with every network, as SDXL's own is. */
    public static SequencedMap<String, List<Long>> singleFile(Sizes sizes) {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        shapes.putAll(unet(sizes, "model.diffusion_model."));
        shapes.putAll(vae(sizes, "first_stage_model."));
        TextEncoderShapes.of(sizes.first())
                .forEach((name, shape) ->
                        shapes.put("conditioner.embedders.0.transformer." + name, shape));
        shapes.putAll(
                original(
                        TextEncoderShapes.of(sizes.second()),
                        KeyMap.openClip(sizes.second().layers()),
                        "conditioner.embedders.1.model."));
        return shapes;
    }

    static SequencedMap<String, List<Long>> unet(Sizes sizes, String prefix) {
        return original(UNetShapes.of(sizes.unet()), KeyMap.unet(sizes.unet()), prefix);
    }

    static SequencedMap<String, List<Long>> vae(Sizes sizes, String prefix) {
        return original(VaeShapes.of(sizes.vae()), KeyMap.vae(sizes.vae()), prefix);
    }

    private static SequencedMap<String, List<Long>> original(
            Map<String, List<Long>> diffusers, KeyMap keys, String prefix) {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        diffusers.forEach((name, shape) -> {
            KeyMap.Pair pair = keys.toOriginal(name);
            shapes.put(prefix + pair.original(), pair.relation().toOriginal(shape));
        });
        return shapes;
    }

    /** Writes a file with these tensors, whose values follow from their names. */
    static Path write(
            Path path, Map<String, List<Long>> shapes, DType dtype, Map<String, String> metadata) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata(metadata);
        shapes.forEach((name, shape) ->
                writer.tensor(
                        name,
                        dtype,
                        shape,
                        channel -> {
                            int count = Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b));
                            ByteBuffer floats =
                                    ByteBuffer.allocate(count * Float.BYTES)
                                            .order(ByteOrder.LITTLE_ENDIAN);
                            Random random = new Random(name.hashCode());
                            for (int i = 0; i < count; i++) {
                                floats.putFloat((float) random.nextGaussian());
                            }
                            ByteBuffer bytes = ByteBuffer.allocate(count * dtype.bytes());
                            FloatConversion.convert(floats.flip(), DType.F32, bytes, dtype);
                            channel.write(bytes.flip());
                        }));
        writer.write(path, ProgressListener.NONE, new CancelToken());
        return path;
    }

    static Path write(Path path, Map<String, List<Long>> shapes) {
        return write(path, shapes, DType.F32, Map.of());
    }
}
