package atelier.model.training;

import java.util.List;

/**
 * How pictures are framed.
 *
 * @param resolution side of a square picture, in pixels; others have the same area
 * @param resolutions the same for each of the sizes that a picture is shown at in turn, largest
 *     first; the first is {@code resolution}
 * @param upscale whether pictures smaller than that are enlarged
 * @param subjectCrop whether pictures are cut around what their masks show instead of the centre
 * @param flip whether half of the showings are mirrored, where a dataset configuration does not say
 */
public record PictureSettings(
        int resolution,
        List<Integer> resolutions,
        boolean upscale,
        boolean subjectCrop,
        boolean flip) {

    /** Copies the list. */
    public PictureSettings {
        resolutions = List.copyOf(resolutions);
    }
}
