package atelier.engine.training.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.TorchRandom;
import org.junit.jupiter.api.Test;

class MultiresNoiseTest {

    private static final int CHANNELS = 4;
    private static final int HEIGHT = 24;
    private static final int WIDTH = 40;

    private static float[] draw(MultiresNoise multires) {
        float[] noise = new TorchRandom(1).normal(CHANNELS * HEIGHT * WIDTH);
        return multires.apply(noise, CHANNELS, HEIGHT, WIDTH, new TorchRandom(2));
    }

    @Test
    void noneLeavesTheNoiseAsItIs() {
        assertThat(draw(new MultiresNoise(0, 0.3)))
                .isEqualTo(new TorchRandom(1).normal(CHANNELS * HEIGHT * WIDTH));
    }

    @Test
    void theFirstResolutionIsThePicturesOwnAndTheSumHasASpreadOfOne() {
        float[] first = new TorchRandom(1).normal(CHANNELS * HEIGHT * WIDTH);
        TorchRandom random = new TorchRandom(2);
        random.uniform(1);
        float[] second = random.normal(first.length);
        double mean = 0;
        for (int i = 0; i < first.length; i++) {
            mean += ((double) first[i] + second[i]) / first.length;
        }
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            squares += Math.pow((double) first[i] + second[i] - mean, 2);
        }
        double spread = Math.sqrt(squares / (first.length - 1));
        float[] got = draw(new MultiresNoise(1, 0.3));
        for (int i = 0; i < first.length; i++) {
            assertThat((double) got[i])
                    .isCloseTo(((double) first[i] + second[i]) / spread, within(1e-5));
        }
    }

    @Test
    void coarserNoiseMakesNeighboursAlike() {
        double plain = alikeness(draw(new MultiresNoise(0, 0)));
        double some = alikeness(draw(new MultiresNoise(6, 0.4)));
        double more = alikeness(draw(new MultiresNoise(6, 0.9)));
        assertThat(Math.abs(plain)).isLessThan(0.05);
        assertThat(some).isGreaterThan(plain + 0.02);
        assertThat(more).isGreaterThan(some + 0.1);
    }

    /** The correlation of each place with the one to its right. */
    private static double alikeness(float[] noise) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < noise.length; i++) {
            if (i % WIDTH < WIDTH - 1) {
                sum += (double) noise[i] * noise[i + 1];
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void smallPicturesEndAtOnePlace() {
        float[] noise = new TorchRandom(1).normal(CHANNELS * 2);
        assertThat(new MultiresNoise(8, 0.5).apply(noise, CHANNELS, 1, 2, new TorchRandom(2)))
                .doesNotContain(Float.NaN)
                .hasSize(CHANNELS * 2);
    }

    @Test
    void enlargementKeepsCentresAndEdges() {
        float[] large = {1, 1, 1, 1};
        new Enlargement(1, 2, 1, 4).add(large, new float[] {0, 1}, 2);
        assertThat(large).containsExactly(1, 1.5f, 2.5f, 3);
        float[] planes = new float[8];
        new Enlargement(1, 1, 2, 2).add(planes, new float[] {3, -1}, 1);
        assertThat(planes).containsExactly(3, 3, 3, 3, -1, -1, -1, -1);
        float[] square = new float[16];
        new Enlargement(2, 2, 4, 4).add(square, new float[] {0, 4, 8, 12}, 1);
        assertThat(square).containsExactly(0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12);
    }
}
