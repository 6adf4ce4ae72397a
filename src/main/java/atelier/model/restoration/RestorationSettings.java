package atelier.model.restoration;

import org.jspecify.annotations.Nullable;

/**
 * What is done with images.
 *
 * @param faces null to leave faces alone
 */
public record RestorationSettings(@Nullable FaceRestoration faces, UpscaleChoice upscale) {}
