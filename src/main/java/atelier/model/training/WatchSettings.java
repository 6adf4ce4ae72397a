package atelier.model.training;

/**
 * What is measured and drawn of a run while it goes; none of it changes what is trained, but for
 * the pictures that are held back.
 *
 * @param probeEvery steps between two measurements on the fixed probe; 0 never
 * @param validationPictures how many pictures are held back from training to be measured, too
 * @param previewEvery steps between two sets of previews; 0 never
 * @param previewPrompts one a line; empty for the usual ones
 * @param previewSeed of every preview, at least 0
 * @param previewSteps of sampling, at least 1
 * @param previewSize side of a preview in pixels; 0 for the resolution of training
 * @param previewGuidance how strongly the prompt acts; 1 and below takes half of the time
 */
public record WatchSettings(
        int probeEvery,
        int validationPictures,
        int previewEvery,
        String previewPrompts,
        long previewSeed,
        int previewSteps,
        int previewSize,
        double previewGuidance) {}
