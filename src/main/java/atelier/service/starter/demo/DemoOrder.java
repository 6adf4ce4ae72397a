package atelier.service.starter.demo;

import atelier.model.settings.DeviceChoice;
import atelier.service.starter.FirstOrders;
import java.nio.file.Path;
import java.util.Map;

/**
 * What to show.
 *
 * @param model folder or file of the model
 * @param character folder with pictures of the subject and captions, to train on
 * @param heldOut folder with further pictures of it, to compare with
 * @param trigger calls it up
 * @param out folder for everything; each run makes a folder of its own in it
 * @param sets settings of the training that shall not be those of the demonstration
 * @param samplingSteps of each image, at least 1
 * @param seeds how many images of each prompt, at least 1
 * @param seed of the first image
 * @param device where to compute
 */
public record DemoOrder(
        Path model,
        Path character,
        Path heldOut,
        String trigger,
        Path out,
        Map<String, String> sets,
        int samplingSteps,
        int seeds,
        long seed,
        DeviceChoice device) {

    /** Steps that suffice for images of the starter model. */
    public static final int SAMPLING_STEPS = FirstOrders.SAMPLING_STEPS;

    /** Keeps a copy of the settings. */
    public DemoOrder {
        sets = Map.copyOf(sets);
    }
}
