package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchRandomTest {

    private static Lane lane;
    private static Torch torch;

    @BeforeAll
    static void startLibTorch() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterAll
    static void stopLibTorch() {
        lane.run(torch::close);
        lane.close();
    }

    @Test
    void givesThePublishedNoiseOfSeed0() {
        assertThat(Arrays.copyOf(new TorchRandom(0).normal(16384), 6))
                .containsExactly(
                        new float[] {
                            -1.1258398f,
                            -1.1523602f,
                            -0.25057858f,
                            -0.43387884f,
                            0.8487103f,
                            0.69200915f
                        },
                        within(2e-6f));
    }

    @Test
    void givesThePublishedNoiseOfSeed42() {
        assertThat(Arrays.copyOf(new TorchRandom(42).normal(64), 4))
                .containsExactly(
                        new float[] {1.9269153f, 1.4872841f, 0.9007172f, -2.1055212f},
                        within(2e-6f));
    }

    @Test
    void givesThePublishedWholeNumbersOfTheTwister() {
        MersenneTwister twister = new MersenneTwister(5489);
        assertThat(Integer.toUnsignedLong(twister.nextBits())).isEqualTo(3499211612L);
        for (int draw = 2; draw < 10_000; draw++) {
            twister.nextBits();
        }
        assertThat(Integer.toUnsignedLong(twister.nextBits())).isEqualTo(4123659995L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, -7, Integer.MIN_VALUE})
    void drawsNormalNoiseAsLibTorchDoesAtEveryLength(int seed) {
        TorchRandom ours = new TorchRandom(seed);
        // One generator for all lengths: short arrays leave half a pair over for the next.
        float[][] theirs =
                lane.call(() -> {
                    float[][] drawn = new float[70][];
                    try (NDManager owner = torch.newManager()) {
                        Engine.getInstance().setRandomSeed(seed);
                        for (int i = 0; i < drawn.length; i++) {
                            drawn[i] = theirNormal(owner, length(i));
                        }
                    }
                    return drawn;
                });
        for (int i = 0; i < theirs.length; i++) {
            assertThat(ours.normal(length(i)))
                    .as("array %d of %d values", i, length(i))
                    .containsExactly(theirs[i], within(5e-6f));
        }
    }

    /** All lengths from 1 to 70, long and short in turn. */
    private static int length(int i) {
        return 1 + i * 37 % 70;
    }

    private static float[] theirNormal(NDManager owner, int count) {
        return owner.randomNormal(0, 1, new Shape(count), DataType.FLOAT32).toFloatArray();
    }

    @Test
    void drawsUniformAndWholeNumbersAsLibTorchDoes() {
        TorchRandom ours = new TorchRandom(11);
        float[] uniform = ours.uniform(33);
        int[] whole = ours.integers(1000, 50);
        lane.run(() -> {
            try (NDManager owner = torch.newManager()) {
                Engine.getInstance().setRandomSeed(11);
                assertThat(uniform)
                        .containsExactly(owner.randomUniform(0, 1, new Shape(33)).toFloatArray());
                assertThat(Arrays.stream(whole).asLongStream())
                        .containsExactlyElementsOf(
                                Arrays.stream(
                                                owner.randomInteger(
                                                                0,
                                                                1000,
                                                                new Shape(50),
                                                                DataType.INT64)
                                                        .toLongArray())
                                        .boxed()
                                        .toList());
            }
        });
    }

    @Test
    void looksAtTheLower32BitsOfTheSeedAlone() {
        assertThat(new TorchRandom((5L << 32) + 42).normal(64))
                .isEqualTo(new TorchRandom(42).normal(64));
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new TorchRandom(0).integers(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
