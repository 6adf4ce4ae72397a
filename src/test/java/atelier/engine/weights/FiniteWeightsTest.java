package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteWeightsTest {

    @TempDir private Path folder;

    private static ByteBuffer bytes(int count, DType dtype) {
        return ByteBuffer.allocate(count * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean isFinite(short half, DType dtype) {
        return Float.isFinite(
                dtype == DType.F16 ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << 16));
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void everyHalfFloatIsToldAtEachPlaceOfEightBytesAndAfterThem(DType dtype) {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int expected = isFinite((short) bits, dtype) ? 0 : 1;
            ByteBuffer bytes = bytes(7, dtype);
            bytes.putShort(2 * (bits % 7), (short) bits);
            assertThat(FiniteWeights.countNotFinite(bytes, dtype))
                    .as("%04x", bits)
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyKindOfSingleFloatIsToldAmongAnyNeighbours() {
        for (int exponent = 0; exponent < 256; exponent++) {
            for (int fraction : new int[] {0, 1, 0x7fffff}) {
                for (int sign : new int[] {0, 1}) {
                    float value = Float.intBitsToFloat(sign << 31 | exponent << 23 | fraction);
                    for (int place = 0; place < 3; place++) {
                        ByteBuffer bytes = bytes(3, DType.F32);
                        for (int at = 0; at < 3; at++) {
                            bytes.putFloat(4 * at, at == place ? value : -Float.MAX_VALUE);
                        }
                        assertThat(FiniteWeights.countNotFinite(bytes, DType.F32))
                                .as("%s at %d", value, place)
                                .isEqualTo(Float.isFinite(value) ? 0 : 1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40_000, 99_998})
    void theTensorItsFileAndTheNumberOfBadValuesAreNamed(int place) {
        float[] values = new float[100_000];
        values[place] = Float.NaN;
        values[place + 1] = Float.NEGATIVE_INFINITY;
        Path file = folder.resolve("weights.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        writer.floats("sound", List.of(3L), new float[] {1, 2, 3});
        writer.floats("bro\nken", List.of(100L, 1000L), values);
        writer.write(file, progress -> {}, new CancelToken());
        assertThatThrownBy(() -> FiniteWeights.require(sources(file), new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s is broken: 2 of 100000 values of bro\ufffdken are infinite or not a number; download it again, or use another version of the model.",
                        file);
    }

    private static List<WeightSource> sources(Path file) {
        SafetensorsFile opened = SafetensorsFile.open(file);
        return opened.tensors().values().stream()
                .map(tensor -> WeightSource.of(opened, tensor, Relation.SAME))
                .toList();
    }

    @Test
    void soundWeightsPassAndOtherTypesAreNotLookedAt() {
        Path file = folder.resolve("sound.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        writer.floats("weight", List.of(2L), new float[] {Float.MAX_VALUE, -0f});
        writer.tensor(
                "ids",
                DType.I64,
                List.of(1L),
                channel -> {
                    int written = channel.write(ByteBuffer.allocate(8).putLong(0, -1));
                    assertThat(written).isEqualTo(8);
                });
        writer.write(file, progress -> {}, new CancelToken());
        assertThatCode(() -> FiniteWeights.require(sources(file), new CancelToken()))
                .doesNotThrowAnyException();
    }

    @Test
    void theSearchCanBeStopped() {
        Path file = folder.resolve("sound.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        writer.floats("weight", List.of(1L), new float[] {1});
        writer.write(file, progress -> {}, new CancelToken());
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> FiniteWeights.require(sources(file), cancel))
                .isInstanceOf(CancelledException.class);
    }
}
