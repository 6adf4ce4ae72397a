package atelier.service.training;

import atelier.model.dataset.DatasetOptions;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.storage.FormatJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code plan.json} tells: everything that decides what a run comes to, and nothing else. Two
 * runs of one plan have the same file.
 *
 * @param format of the file
 * @param model what is trained on
 * @param trigger word or phrase that shall call the subject up
 * @param settings every setting by name
 * @param given the settings that the user gave; those of sizes go before a dataset's own then
 * @param options how the pictures are read
 * @param pictures what is trained on
 * @param heldBack what the loss is measured on alone
 */
record PlanFile(
        int format,
        Model model,
        String trigger,
        SequencedMap<String, Object> settings,
        List<String> given,
        DatasetOptions options,
        List<PlannedPicture> pictures,
        List<PlannedPicture> heldBack) {

    /**
     * The newest format that is read; it is the one that is written. The first did not tell of each
     * picture's mask and words at first.
     */
    static final int FORMAT = 2;

    /** Copies the lists. */
    PlanFile {
        given = List.copyOf(given);
        pictures = List.copyOf(pictures);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * A model by its content.
     *
     * @param files in the order of the networks
     * @param prediction what its UNet predicts
     * @param zeroTerminalSnr whether its noise is rescaled to zero terminal SNR
     */
    record Model(List<Content> files, PredictionType prediction, boolean zeroTerminalSnr) {}

    /**
     * A file by its content.
     *
     * @param file its name
     */
    record Content(String file, long size, String sha256) {

        static Content of(ModelFile file) {
            return new Content(file.name(), file.size(), file.sha256());
        }
    }

    /**
     * The plan in a file of this or an earlier format.
     *
     * @throws atelier.model.AtelierException if it cannot be read, is of a newer format, or damaged
     */
    static PlanFile read(Path file) {
        return FormatJson.read(file, PlanFile.class, FORMAT, PlanFile::upgrade);
    }

    /** Says of pictures that nothing is known of their masks and words where nothing is told. */
    private static void upgrade(ObjectNode plan) {
        for (String list : List.of("pictures", "heldBack")) {
            for (JsonNode picture : plan.path(list)) {
                if (picture instanceof ObjectNode told && !told.has("words")) {
                    told.putNull("mask").putNull("words");
                }
            }
        }
    }

    /** What a run is to be trained by. */
    static PlanFile of(TrainingJob job) {
        SequencedMap<String, Object> settings = new LinkedHashMap<>();
        PlanSettings.of(job.plan()).forEach((name, value) -> settings.put(name, written(value)));
        return new PlanFile(
                FORMAT,
                new Model(
                        job.model().stream().map(Content::of).toList(),
                        job.checkpoint().prediction().type(),
                        job.checkpoint().prediction().zeroTerminalSnr()),
                job.order().trigger(),
                settings,
                job.order().sets().keySet().stream().sorted().toList(),
                job.order().options(),
                PlannedPicture.of(job.pictures(), job.plan()),
                PlannedPicture.of(job.heldBack(), job.plan()));
    }

    private static Object written(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** Every setting as the user would write it. */
    Map<String, String> sets() {
        return settings.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, setting -> setting.getValue().toString()));
    }

    /**
     * The order that the run was begun by.
     *
     * @param run tells where the model and the pictures lie
     * @param out the run's folder
     * @param device where to compute; AUTO is the one that it was computed on last
     */
    TrainingOrder order(RunFile run, Path out, DeviceChoice device) {
        Map<String, String> sets = sets();
        sets.keySet().retainAll(given);
        return new TrainingOrder(
                new ModelChoice(
                        Path.of(run.model()),
                        path(run.vae()),
                        path(run.config()),
                        model.prediction(),
                        model.zeroTerminalSnr()),
                Path.of(run.data()),
                trigger,
                out,
                sets,
                device == DeviceChoice.AUTO ? run.last().device() : device,
                options);
    }

    private static @Nullable Path path(@Nullable String path) {
        return path == null ? null : Path.of(path);
    }
}
