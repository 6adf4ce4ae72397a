package atelier.engine.score;

/** How little a picture differs from another, pixel by pixel, in decibels. */
public final class PeakSignalToNoise {

    private static final double DECIBELS = 10;

    private PeakSignalToNoise() {}

    /**
     * <pre>PSNR = 10 log10(1 / mean squared difference)</pre>
     *
     * @param one planes of values from 0 to 1
     * @param other of the same size
     * @return infinity for equal pictures; 40 is hard to see, 20 is another picture
     */
    public static double of(double[][] one, double[][] other) {
        double sum = 0;
        long count = 0;
        for (int plane = 0; plane < one.length; plane++) {
            for (int i = 0; i < one[plane].length; i++) {
                double difference = one[plane][i] - other[plane][i];
                sum += difference * difference;
            }
            count += one[plane].length;
        }
        return -DECIBELS * Math.log10(sum / count);
    }
}
