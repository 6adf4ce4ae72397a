package atelier.service.starter;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one trains and generates first: a short training, and new scenes in the words of the
 * captions that the starter model knows. Made for a small model and two processor cores.
 */
public final class FirstOrders {

    /** Pixels of a side. */
    public static final int SIDE = 256;

    /** Steps of a training that has the time. */
    public static final int STEPS = 160;

    /** The fewest steps by which anything is learnt. */
    public static final int FEWEST_STEPS = 40;

    /** Steps that suffice for an image of the starter model. */
    public static final int SAMPLING_STEPS = 20;

    private static final int PREVIEWS = 4;
    private static final double GUIDANCE = 4;
    private static final long SEED = 7;

    private static final List<String> SCENES =
            List.of(
                    "A flat cartoon bust portrait of %s, smiling, on the steppe by day",
                    "%s, in a striped blue sweater, in a room in the evening",
                    "A soft airbrushed cartoon close-up of %s, laughing, at night",
                    "%s, wearing a red hoodie, in the city, inked cartoon");

    private FirstOrders() {}

    /**
     * Settings of a training by their names.
     *
     * @param steps at least {@link #FEWEST_STEPS}
     */
    public static Map<String, String> training(int steps) {
        Map<String, String> sets = new HashMap<>();
        sets.put("steps", Integer.toString(steps));
        sets.put("batchSize", "4");
        sets.put("resolution", Integer.toString(SIDE));
        sets.put("rank", "16");
        sets.put("alpha", "16");
        sets.put("learningRate", "0.001");
        sets.put("previewEvery", Integer.toString(Math.ceilDiv(steps, PREVIEWS)));
        sets.put("previewSteps", "12");
        sets.put("checkpointEvery", Integer.toString(Math.ceilDiv(steps, 2)));
        return Map.copyOf(sets);
    }

    /** How images are sampled in so many steps. */
    public static SamplingSettings sampling(int steps) {
        return new SamplingSettings("dpmpp-2m", "karras", steps, GUIDANCE, 0, 0);
    }

    /** Prompts of new scenes with someone. */
    public static List<String> scenes(String who) {
        return SCENES.stream().map(scene -> scene.formatted(who)).toList();
    }

    /**
     * One image of each scene.
     *
     * @param adapter that was trained
     * @param trigger calls up what it learnt
     * @param out folder for the images
     */
    public static GenerationBatch images(
            Path model, Path adapter, String trigger, Path out, DeviceChoice device) {
        return new GenerationBatch(
                scenes(trigger).stream()
                        .map(prompt ->
                                new GenerationOrder(
                                        ModelChoice.of(model),
                                        List.of(new AdapterUse(adapter, 1)),
                                        request(prompt),
                                        out,
                                        device,
                                        false))
                        .toList());
    }

    private static GenerationRequest request(String prompt) {
        return new GenerationRequest(
                prompt,
                "",
                SIDE,
                SIDE,
                null,
                sampling(SAMPLING_STEPS),
                SEED,
                1,
                0,
                EmphasisMode.NO_NORM,
                null);
    }
}
