package atelier.model.dataset;

/**
 * How a source of pictures is read.
 *
 * @param recursive whether folders inside are looked through, too
 * @param allowFew whether fewer than {@link Dataset#FEWEST} pictures will do
 * @param background what transparent pictures are laid over, as 0xRRGGBB
 */
public record DatasetOptions(boolean recursive, boolean allowFew, int background) {

    /** White, as most tools have it. */
    public static final int WHITE = 0xffffff;

    /** One folder, ten pictures or more, over white. */
    public static final DatasetOptions USUAL = new DatasetOptions(false, false, WHITE);
}
