package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.weights.VaeFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LatentPreviewTest {

    private static final int HEIGHT = 6;
    private static final int WIDTH = 5;
    private static final int PLACES = HEIGHT * WIDTH;
    private static final int REDUCTION = 2;

    /** For each colour a factor of each channel, and what is added. */
    private static final double[][] FACTORS = {
        {0.10, -0.05, 0.02, 0.00, 0.5},
        {0.00, 0.08, 0.03, -0.02, 0.4},
        {-0.04, 0.01, 0.00, 0.1, 0.6}
    };

    private static double colour(double[] factors, float[] latents, int place) {
        double sum = factors[4];
        for (int channel = 0; channel < 4; channel++) {
            sum += factors[channel] * latents[channel * PLACES + place];
        }
        return sum;
    }

    /** A picture whose means over each place are those colours. */
    private static float[] picture(float[] latents) {
        int wide = WIDTH * REDUCTION;
        float[] picture = new float[3 * PLACES * REDUCTION * REDUCTION];
        for (int i = 0; i < picture.length; i++) {
            int colour = i / (PLACES * REDUCTION * REDUCTION);
            int y = i % (PLACES * REDUCTION * REDUCTION) / wide;
            int x = i % wide;
            double mean = colour(FACTORS[colour], latents, y / REDUCTION * WIDTH + x / REDUCTION);
            picture[i] = (float) (mean + ((x + y) % 2 == 0 ? 0.1 : -0.1));
        }
        return picture;
    }

    @Test
    void aLinearRelationIsFoundAgain() {
        Random random = new Random(3);
        float[] latents = new float[4 * PLACES];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) random.nextGaussian();
        }
        float[] planes =
                LatentColours.fit(latents, HEIGHT, WIDTH, picture(latents), REDUCTION)
                        .planes(latents, HEIGHT, WIDTH);
        for (int colour = 0; colour < 3; colour++) {
            for (int place = 0; place < PLACES; place++) {
                assertThat((double) planes[colour * PLACES + place])
                        .isCloseTo(
                                Math.clamp(colour(FACTORS[colour], latents, place), 0, 1),
                                within(1e-3));
            }
        }
    }

    @Test
    void whereAllLatentsAreNothingTheColoursAreTheMeans() {
        float[] nothing = new float[4 * PLACES];
        float[] planes =
                LatentColours.fit(nothing, HEIGHT, WIDTH, picture(nothing), REDUCTION)
                        .planes(nothing, HEIGHT, WIDTH);
        assertThat(planes[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(planes[PLACES]).isCloseTo(0.4f, within(1e-6f));
        assertThat(planes[2 * PLACES]).isCloseTo(0.6f, within(1e-6f));
    }

    @Test
    void thePreviewOfAPictureIsThatPictureInSmall() throws IOException {
        Path project = Path.of(System.getProperty("project.dir"));
        float[] picture = read(project.resolve("sample-data/character/01.png").toFile());
        int side = 512;
        MemoryLadder plenty = new MemoryLadder(() -> false, ProgressListener.NONE);
        CancelToken cancel = new CancelToken();
        try (Lane lane = new Lane()) {
            float[] small =
                    lane.call(() -> {
                        try (Torch torch = new Torch(lane, Device.cpu());
                                Autoencoder autoencoder =
                                        Autoencoder.load(
                                                torch,
                                                VaeFile.open(project.resolve("models/starter/vae")),
                                                ComputeType.FLOAT32,
                                                cancel)) {
                            LatentCodec codec = autoencoder.codec();
                            float[] latents =
                                    codec.encode(picture, side, side, false, plenty, cancel)
                                            .mode(codec.scalingFactor());
                            return new LatentPreview(codec, plenty)
                                    .of(1, latents, side / 8, side / 8, cancel);
                        }
                    });
            for (int colour = 0; colour < 3; colour++) {
                assertThat(correlation(small, picture, colour, side)).isGreaterThan(0.85);
            }
        }
    }

    private static float[] read(File file) throws IOException {
        BufferedImage image = ImageIO.read(file);
        int size = image.getWidth() * image.getHeight();
        float[] planes = new float[3 * size];
        for (int i = 0; i < size; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            for (int colour = 0; colour < 3; colour++) {
                planes[colour * size + i] = (rgb >> (16 - 8 * colour) & 255) / 127.5f - 1;
            }
        }
        return planes;
    }

    /** Of a colour's places with the means of the picture's squares of eight by eight. */
    private static double correlation(float[] small, float[] picture, int colour, int side) {
        int few = side / 8;
        double[] means = new double[few * few];
        for (int i = 0; i < side * side; i++) {
            means[i / side / 8 * few + i % side / 8] += picture[colour * side * side + i] / 64;
        }
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int place = 0; place < means.length; place++) {
            double a = small[colour * means.length + place];
            x += a;
            y += means[place];
            xx += a * a;
            yy += means[place] * means[place];
            xy += a * means[place];
        }
        int n = means.length;
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    }
}
