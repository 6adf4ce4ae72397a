package atelier.service.starter.demo;

import atelier.model.generation.SamplingSettings;
import java.util.Map;

/**
 * What the demonstration trains and generates by: made for a small model and two processor cores.
 */
final class DemoSettings {

    /** Settings of the training by their names. */
    static final Map<String, String> TRAINING =
            Map.of(
                    "steps", "160",
                    "batchSize", "4",
                    "resolution", Integer.toString(DemoPainter.SIDE),
                    "rank", "16",
                    "alpha", "16",
                    "learningRate", "0.001",
                    "previewEvery", "40",
                    "previewSteps", "12",
                    "checkpointEvery", "80");

    private static final double GUIDANCE = 4;

    /** How images are sampled in so many steps. */
    static SamplingSettings sampling(int steps) {
        return new SamplingSettings("dpmpp-2m", "karras", steps, GUIDANCE, 0, 0);
    }

    private DemoSettings() {}
}
