package atelier.service.training.forecast;

import atelier.engine.training.adapters.AdapterOutline;
import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.model.adapter.AdapterDescription;
import atelier.model.dataset.Framing;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.EpochRepeats;
import atelier.service.dataset.FramedPicture;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A run that is to be forecast.
 *
 * @param plan every setting
 * @param checkpoint the model
 * @param pictures to train on
 * @param checkpointed whether parts of the UNet are computed again on the way back, to keep less
 * @param adapter the file that it ends in
 * @param description of the adapter when it is done
 */
public record PlannedRun(
        TrainingPlan plan,
        Checkpoint checkpoint,
        List<FramedPicture> pictures,
        boolean checkpointed,
        Path adapter,
        AdapterDescription description) {

    /** Copies the list. */
    public PlannedRun {
        pictures = List.copyOf(pictures);
    }

    /**
     * How many pictures of each size an epoch shows; those of one size alone go through the UNet
     * together.
     */
    SequencedMap<Size, Shown> shown() {
        List<Integer> repeats =
                EpochRepeats.of(pictures.stream().map(FramedPicture::picture).toList());
        SequencedMap<Size, Shown> shown = new LinkedHashMap<>();
        for (int i = 0; i < repeats.size(); i++) {
            List<Framing> framings = pictures.get(i).framings();
            for (Framing framing : framings) {
                shown.merge(
                        new Size(framing.height() / reduction(), framing.width() / reduction()),
                        new Shown((double) repeats.get(i) / framings.size(), repeats.get(i)),
                        Shown::plus);
            }
        }
        return shown;
    }

    /**
     * A size of latents.
     *
     * @param height of the latents
     * @param width of the latents
     */
    record Size(int height, int width) {}

    /**
     * How many pictures an epoch shows.
     *
     * @param average over the epochs, as pictures of several sizes take turns
     * @param most in any
     */
    record Shown(double average, int most) {

        private Shown plus(Shown other) {
            return new Shown(average + other.average, most + other.most);
        }
    }

    /** What is trained. */
    AdapterOutline outline() {
        TextEncoderSettings text = plan.textEncoders();
        Map<Component, Map<String, List<Long>>> encoders = new EnumMap<>(Component.class);
        if (text.textEncoder1Rate() > 0) {
            encoders.put(Component.TEXT_ENCODER_1, shapes(Component.TEXT_ENCODER_1));
        }
        if (text.textEncoder2Rate() > 0) {
            encoders.put(Component.TEXT_ENCODER_2, shapes(Component.TEXT_ENCODER_2));
        }
        return AdapterOutline.of(checkpoint.unet(), encoders, plan.adapter());
    }

    private Map<String, List<Long>> shapes(Component component) {
        Map<String, List<Long>> shapes = new HashMap<>();
        checkpoint.weights(component).forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }

    /** How many numbers the state of training has, of an adapter like that. */
    long stateNumbers(AdapterOutline outline) {
        return outline.numbers() + averages(outline) + optimizer(outline);
    }

    /** How many numbers the average of the adapter has. */
    long averages(AdapterOutline outline) {
        return plan.adapter().emaDecay() > 0 ? outline.numbers() : 0;
    }

    /** How many numbers the optimizer remembers. */
    long optimizer(AdapterOutline outline) {
        OptimizerSettings settings = plan.optimization();
        return Optimizers.get(settings.optimizer()).remembered(outline.slots(), settings);
    }

    /** By how much a side of the latents is smaller than the picture's. */
    int reduction() {
        return checkpoint.vae().reduction();
    }
}
