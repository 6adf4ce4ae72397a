package atelier.engine.sdxl;

/**
 * A linear way from latents to colours: each colour of a place is a sum over the channels of its
 * latents. It shows at once, and in small, what the autoencoder would take its time for.
 */
public final class LatentColours {

    private static final int COLOURS = 3;

    /** Share of the mean square that keeps latents that hardly differ from leading to nonsense. */
    private static final double RIDGE = 1e-3;

    /** Factors of each colour: one for each channel, and what is added. */
    private final double[][] factors;

    private LatentColours(double[][] factors) {
        this.factors = factors;
    }

    /**
     * Fits the factors to a picture by least squares.
     *
     * @param latents [channels, height, width]
     * @param picture that they decode to, [3, height · reduction, width · reduction]
     */
    public static LatentColours fit(
            float[] latents, int height, int width, float[] picture, int reduction) {
        int places = height * width;
        int channels = latents.length / places;
        double[][] products = new double[channels + 1][channels + 1];
        double[][] targets = new double[COLOURS][channels + 1];
        double[] row = new double[channels + 1];
        for (int place = 0; place < places; place++) {
            row(latents, places, place, row);
            for (int i = 0; i <= channels; i++) {
                for (int j = 0; j <= channels; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
            for (int colour = 0; colour < COLOURS; colour++) {
                double mean = mean(picture, colour, place, height, width, reduction);
                for (int i = 0; i <= channels; i++) {
                    targets[colour][i] += row[i] * mean;
                }
            }
        }
        double ridge = 0;
        for (int i = 0; i < channels; i++) {
            ridge += RIDGE * products[i][i] / channels;
        }
        for (int i = 0; i < channels; i++) {
            // Where all latents are nothing the colours come from what is added alone.
            products[i][i] += ridge > 0 ? ridge : 1;
        }
        return new LatentColours(solve(products, targets));
    }

    private static void row(float[] latents, int places, int place, double[] row) {
        for (int channel = 0; channel < row.length - 1; channel++) {
            row[channel] = latents[channel * places + place];
        }
        row[row.length - 1] = 1;
    }

    private static double mean(
            float[] picture, int colour, int place, int height, int width, int reduction) {
        int wide = width * reduction;
        int first =
                colour * height * reduction * wide
                        + place / width * reduction * wide
                        + place % width * reduction;
        double sum = 0;
        for (int y = 0; y < reduction; y++) {
            for (int x = 0; x < reduction; x++) {
                sum += picture[first + y * wide + x];
            }
        }
        return sum / (reduction * reduction);
    }

    /** Gauss's elimination; the matrix is symmetric and positive, so its diagonal serves. */
    private static double[][] solve(double[][] matrix, double[][] rights) {
        int size = matrix.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int line = pivot + 1; line < size; line++) {
                double factor = matrix[line][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    matrix[line][column] -= factor * matrix[pivot][column];
                }
                for (double[] right : rights) {
                    right[line] -= factor * right[pivot];
                }
            }
        }
        for (double[] right : rights) {
            for (int line = size - 1; line >= 0; line--) {
                for (int column = line + 1; column < size; column++) {
                    right[line] -= matrix[line][column] * right[column];
                }
                right[line] /= matrix[line][line];
            }
        }
        return rights;
    }

    /**
     * Shows latents.
     *
     * @param latents [channels, height, width]
     * @return [3, height, width], values from 0 to 1
     */
    public float[] planes(float[] latents, int height, int width) {
        int places = height * width;
        float[] planes = new float[COLOURS * places];
        double[] row = new double[factors[0].length];
        for (int place = 0; place < places; place++) {
            row(latents, places, place, row);
            for (int colour = 0; colour < COLOURS; colour++) {
                double sum = 0;
                for (int i = 0; i < row.length; i++) {
                    sum += factors[colour][i] * row[i];
                }
                planes[colour * places + place] = (float) Math.clamp(sum, 0, 1);
            }
        }
        return planes;
    }
}
