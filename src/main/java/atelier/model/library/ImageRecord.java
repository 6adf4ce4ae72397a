package atelier.model.library;

import java.time.Instant;

/**
 * An image in the gallery.
 *
 * @param file its path below the workspace's folder of images, with slashes; never changes
 * @param made when its file was written
 * @param width in pixels; 0 where not known
 * @param height in pixels; 0 where not known
 * @param prompt what it was to show; empty where not known
 * @param negative what it was to avoid; empty where there was nothing
 * @param seed of its noise; empty where not known
 * @param model name of the model; empty where not known
 * @param adapters names of the adapters, with commas between
 * @param marks what its owner thinks of it
 */
public record ImageRecord(
        String file,
        Instant made,
        int width,
        int height,
        String prompt,
        String negative,
        String seed,
        String model,
        String adapters,
        ImageMarks marks) {

    /** The same with other marks. */
    public ImageRecord with(ImageMarks other) {
        return new ImageRecord(
                file, made, width, height, prompt, negative, seed, model, adapters, other);
    }
}
