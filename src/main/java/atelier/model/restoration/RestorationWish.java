package atelier.model.restoration;

/**
 * What is wanted of images, by the ids of models; a service finds their files.
 *
 * @param restorer such as {@code gfpgan-1.4}; empty to leave faces alone
 * @param strength how much of the restored face is blended in: from 0, nothing, to 1, all
 * @param fidelity for restorers that take it: from 0, which looks best, to 1, which is nearest to
 *     what was there
 * @param onlyBelow faces as high as this or higher, in pixels, are left alone; 0 for none
 * @param factor how many times as wide and high images come out: 1, 2 or 4
 * @param upscaler such as {@code real-esrgan-x4}, or {@link #LANCZOS}; of no meaning where the
 *     factor is 1
 */
public record RestorationWish(
        String restorer,
        double strength,
        double fidelity,
        int onlyBelow,
        int factor,
        String upscaler) {

    /** The upscaler that invents nothing. */
    public static final String LANCZOS = "lanczos";

    /** Nothing at all. */
    public static final RestorationWish NOTHING =
            new RestorationWish(
                    "",
                    FaceRestoration.USUAL_STRENGTH,
                    RestorerChoice.USUAL_FIDELITY,
                    0,
                    1,
                    LANCZOS);

    /** Whether faces are restored. */
    public boolean faces() {
        return !restorer.isEmpty();
    }

    /** Whether there is nothing to do. */
    public boolean isNothing() {
        return !faces() && factor == 1;
    }

    /** The same with another restorer; empty to leave faces alone. */
    public RestorationWish restoredBy(String id) {
        return new RestorationWish(id, strength, fidelity, onlyBelow, factor, upscaler);
    }
}
