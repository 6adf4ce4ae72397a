package atelier.model.training;

import atelier.model.dataset.DatasetOptions;
import atelier.model.generation.ModelChoice;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.Map;

/**
 * An order to train an adapter.
 *
 * @param model what to train on
 * @param data folder of pictures with captions beside them, a zip of such, or a dataset
 *     configuration of sd-scripts
 * @param trigger word or phrase that shall call the subject up; put in front of captions without it
 * @param out folder for the run: not there yet, or empty but for the {@code cache} of an earlier
 *     one
 * @param sets settings by the names of {@link TrainingPlan}'s components; all others have their
 *     default
 * @param device where to compute
 * @param options how the pictures are read
 */
public record TrainingOrder(
        ModelChoice model,
        Path data,
        String trigger,
        Path out,
        Map<String, String> sets,
        DeviceChoice device,
        DatasetOptions options) {

    /** An order that reads its pictures as usual. */
    public TrainingOrder(
            ModelChoice model,
            Path data,
            String trigger,
            Path out,
            Map<String, String> sets,
            DeviceChoice device) {
        this(model, data, trigger, out, sets, device, DatasetOptions.USUAL);
    }

    /** Keeps a copy of the settings, and the trigger in one line. */
    public TrainingOrder {
        trigger = trigger.replaceAll("\\s+", " ").strip();
        sets = Map.copyOf(sets);
    }
}
