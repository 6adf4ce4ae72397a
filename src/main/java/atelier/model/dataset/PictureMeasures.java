package atelier.model.dataset;

/**
 * What was measured on a picture's pixels.
 *
 * @param pixels SHA-256 of size and pixels: equal for files that show the very same
 * @param perceptualHash 64 signs of its coarse structure; see {@link #distance}
 * @param featureless whether there is too little structure for that hash
 * @param sharpness variance of the Laplacian in its sharpest part, scaled down to {@value #SIDE}
 *     pixels, in grey levels squared
 * @param shadows share of it that is black without detail, from 0 to 1
 * @param highlights share of it that is white without detail, from 0 to 1
 * @param contrast from its darkest to its brightest hundredth, from 0 to 1
 * @param transparent share of it that its background shows through, from 0 to 1
 */
public record PictureMeasures(
        String pixels,
        long perceptualHash,
        boolean featureless,
        double sharpness,
        double shadows,
        double highlights,
        double contrast,
        double transparent) {

    /** Longer side of the picture that is measured. */
    public static final int SIDE = 512;

    /** In how many of 64 signs the two differ; 64 where one is featureless. */
    public int distance(PictureMeasures other) {
        return featureless || other.featureless
                ? Long.SIZE
                : Long.bitCount(perceptualHash ^ other.perceptualHash);
    }
}
