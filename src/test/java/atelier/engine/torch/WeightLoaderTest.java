package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.weights.DType;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsWriter;
import atelier.engine.weights.TensorInfo;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightLoaderTest {

    private static final int SMALL = 70_001;

    /** Makes a file that is mapped. */
    private static final int LARGE = 9_000_003;

    @TempDir Path folder;

    /** Every fp16 value there is, many times over, across pieces and tensors that share a page. */
    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void roundsHalvesToTheNearestBrainFloat(int count) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(write(count));
        byte[] before = Files.readAllBytes(file.path());
        float[] first = load(file, "first", 3, 5);
        float[] second = load(file, "second", count);
        for (int i = 0; i < 15; i++) {
            assertThat(first[i]).isEqualTo(nearest(half(i)));
        }
        for (int i = 0; i < count; i++) {
            if (second[i] != nearest(half(i)) && !Float.isNaN(half(i))) {
                assertThat(second[i]).as("value %d", i).isEqualTo(nearest(half(i)));
            }
            assertThat(Float.isNaN(second[i])).isEqualTo(Float.isNaN(half(i)));
        }
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    /** What was loaded no longer depends on what the file holds. */
    @Test
    void convertsEveryPageOfAMappedFile() throws IOException {
        Path path = write(LARGE);
        SafetensorsFile file = SafetensorsFile.open(path);
        float[] loaded =
                load(
                        file,
                        "second",
                        () ->
                                Files.write(
                                        path,
                                        new byte[Math.toIntExact(file.stamp().size())],
                                        StandardOpenOption.WRITE),
                        LARGE);
        for (int i = 0; i < LARGE; i += 1000) {
            assertThat(Float.valueOf(loaded[i])).isEqualTo(Float.valueOf(nearest(half(i))));
        }
    }

    private static float[] load(SafetensorsFile file, String name, long... shape) {
        return load(file, name, () -> file, shape);
    }

    /** Loads a tensor and reads its values after something else was done. */
    private static float[] load(
            SafetensorsFile file, String name, Callable<?> between, long... shape) {
        Lane lane = new Lane();
        try {
            return lane.call(() -> {
                try (Torch torch = new Torch(lane, Device.cpu())) {
                    NDManager owner = torch.newManager();
                    // Closed after the owner of its arrays.
                    try (WeightLoader loader =
                            new WeightLoader(torch, file, ComputeType.BFLOAT16, owner)) {
                        try (owner) {
                            TensorInfo tensor = file.tensors().get(name);
                            NDArray array =
                                    loader.load(
                                            tensor.begin(), tensor.end(), tensor.dtype(), shape);
                            assertThat(array.getShape().getShape()).isEqualTo(shape);
                            between.call();
                            return torch.toFloats(array);
                        }
                    }
                }
            });
        } finally {
            lane.close();
        }
    }

    private Path write(int count) {
        Path path = folder.resolve("halves-" + count + ".safetensors");
        new SafetensorsWriter()
                .tensor("first", DType.F16, List.of(3L, 5L), channel -> channel.write(halves(15)))
                .tensor(
                        "second",
                        DType.F16,
                        List.of((long) count),
                        channel -> channel.write(halves(count)))
                .write(path, ProgressListener.NONE, new CancelToken());
        return path;
    }

    private static ByteBuffer halves(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putShort((short) (31 * i));
        }
        return bytes.flip();
    }

    private static float half(int index) {
        return Float.float16ToFloat((short) (31 * index));
    }

    /**
     * Eight digits of significand, the even one of two as near; such small numbers have no less.
     */
    private static float nearest(float value) {
        if (!Float.isFinite(value)) {
            return value;
        }
        double step = Math.scalb(1.0, Math.getExponent(value) - 7);
        return (float) (Math.rint(value / step) * step);
    }
}
