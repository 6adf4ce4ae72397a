package atelier.ui.training;

import java.nio.file.Path;

/**
 * A model to train on.
 *
 * @param name it is known by; empty for the one that comes with Atelier
 * @param path a diffusers folder or a single file
 * @param resolution side in pixels that it was made for
 */
public record BaseModel(String name, Path path, int resolution) {

    /** Side in pixels that SDXL was made for. */
    public static final int SDXL = 1024;

    /** Side in pixels that the starter model was made for. */
    public static final int STARTER = 256;

    /** Whether it comes with Atelier. */
    public boolean isStarter() {
        return name.isEmpty();
    }
}
