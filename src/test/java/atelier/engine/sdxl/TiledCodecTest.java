package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.torch.ComputeType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tiles against the whole: they see other neighbours, and the norms other averages. */
class TiledCodecTest {

    /** Sides in latents: one tile, and two times two that overlap. */
    private static final int ONE = 64;

    private static final int HEIGHT = 80;
    private static final int WIDTH = 96;
    private static final MemoryLadder PLENTY = new MemoryLadder(() -> false, ProgressListener.NONE);

    private static TinySdxl tiny;
    private static Vae vae;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        vae = tiny.vae();
    }

    @AfterAll
    static void close() {
        tiny.lane.run(vae::close);
        tiny.close();
    }

    @Test
    void aPictureThatFitsATileIsEncodedAsAWhole() {
        assertThat(encode(ONE, ONE, true).values()).isEqualTo(encode(ONE, ONE, false).values());
    }

    /**
     * As a rule within a twentieth of the means' spread, and of the variance; nowhere, seams
     * included, further off than half the spread.
     */
    @Test
    void encodingInTilesAgreesWithTheWhole() {
        Moments whole = encode(HEIGHT, WIDTH, false);
        Moments tiled = encode(HEIGHT, WIDTH, true);
        double spread = spread(whole.mean());
        assertThat(apart(whole, tiled, Moments::mean)).isLessThan(0.05 * spread);
        assertThat(apart(whole, tiled, Moments::logVariance)).isLessThan(0.05);
        assertThat(most(whole.mean(), tiled.mean())).isLessThan(0.5 * spread);
        assertThat(tiled.values()).isNotEqualTo(whole.values());
    }

    private static double most(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    private static Moments encode(int height, int width, boolean tiled) {
        return tiny.lane.call(() -> {
            LatentCodec codec = new LatentCodec(tiny.torch, vae, ComputeType.FLOAT32);
            int h = height * codec.reduction();
            int w = width * codec.reduction();
            return codec.encode(picture(h, w), h, w, tiled, PLENTY, new CancelToken());
        });
    }

    /** Waves of a few pixels to half a picture, other ones in each colour. */
    private static float[] picture(int height, int width) {
        float[] picture = new float[3 * height * width];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double value =
                            Math.sin(0.02 * x + 0.03 * y + c)
                                    + Math.sin(0.5 * x - 0.4 * y * (c + 1));
                    picture[(c * height + y) * width + x] = (float) (0.45 * value);
                }
            }
        }
        return picture;
    }

    private static double apart(Moments one, Moments other, Function<Moments, float[]> part) {
        float[] a = part.apply(one);
        float[] b = part.apply(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(sum / a.length);
    }

    private static double spread(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value - mean, 2);
        }
        return Math.sqrt(sum / values.length);
    }
}
