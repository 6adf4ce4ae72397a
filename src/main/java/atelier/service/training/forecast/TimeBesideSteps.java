package atelier.service.training.forecast;

import atelier.engine.bench.UNetWork;
import atelier.engine.bench.VaeWork;
import atelier.engine.weights.Component;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.WeightSource;
import atelier.model.dataset.Framing;
import atelier.model.training.TimePart;
import atelier.model.training.WatchSettings;
import atelier.service.dataset.FramedPicture;
import java.util.List;

/** Forecasts what a run does before, between and after its steps. */
final class TimeBesideSteps {

    /** What predictions without a way back reach of a matrix product's rate on the processor. */
    private static final double INFERENCE_SHARE = 0.85;

    /** Reading a picture, judging it, and cutting and scaling it, in seconds. */
    private static final double PICTURE = 0.15;

    /** Predictions of a probe. */
    private static final int PROBE = 10;

    /** Prompts where none are set: the trigger, a caption, and the same without the trigger. */
    private static final int USUAL_PROMPTS = 3;

    /** Curves, page, and waiting for the disk, at each checkpoint. */
    private static final double SAVING = 0.3;

    /** Bytes a second of a file that is written, read again and compared. */
    private static final double WRITING = 100e6;

    private final PlannedRun run;
    private final double speed;

    private TimeBesideSteps(PlannedRun run, double speed) {
        this.run = run;
        this.speed = speed;
    }

    /**
     * @param processor whether it is not a graphics card
     * @param rate floating-point operations a second of a large matrix product
     * @param file bytes of the adapter's file
     * @param state bytes of a state to resume from
     */
    static List<TimePart> of(
            PlannedRun run, boolean processor, double rate, long file, long state) {
        TimeBesideSteps time =
                new TimeBesideSteps(run, rate * (processor ? INFERENCE_SHARE : StepTime.GPU_SHARE));
        return List.of(
                new TimePart("caching", time.caching()),
                new TimePart("probes", time.probes()),
                new TimePart("previews", time.previews()),
                new TimePart("saving", time.saving(file, state)));
    }

    /** Each picture at each size, mirrored too if pictures are, and its caption. */
    private double caching() {
        VaeConfig vae = run.checkpoint().vae();
        double text =
                2.0
                        * StepTime.TOKENS
                        * (weights(Component.TEXT_ENCODER_1) + weights(Component.TEXT_ENCODER_2));
        double operations = 0;
        for (FramedPicture picture : run.pictures()) {
            operations += text;
            for (Framing framing : picture.framings()) {
                operations +=
                        (run.plan().pictures().flip() ? 2 : 1)
                                * VaeWork.encoding(vae, framing.height(), framing.width());
            }
        }
        return operations / speed + PICTURE * run.pictures().size();
    }

    private long weights(Component component) {
        return run.checkpoint().weights(component).values().stream()
                .mapToLong(WeightSource::elements)
                .sum();
    }

    private double probes() {
        WatchSettings watching = run.plan().watching();
        int kinds = watching.validationPictures() > 0 ? 2 : 1;
        double each =
                run.shown().keySet().stream()
                        .mapToDouble(size -> prediction(size.height(), size.width(), 1))
                        .average()
                        .orElse(0);
        return times(watching.probeEvery()) * kinds * PROBE * each;
    }

    private double previews() {
        WatchSettings watching = run.plan().watching();
        int side =
                watching.previewSize() == 0
                        ? run.plan().pictures().resolution()
                        : watching.previewSize();
        int latents = side / run.reduction();
        long set = watching.previewPrompts().lines().filter(line -> !line.isBlank()).count();
        double each =
                watching.previewSteps()
                                * prediction(
                                        latents, latents, watching.previewGuidance() > 1 ? 2 : 1)
                        + VaeWork.decoding(run.checkpoint().vae(), side, side) / speed;
        return times(watching.previewEvery()) * (set == 0 ? USUAL_PROMPTS : set) * each;
    }

    /** Before the first step, every so many, and after the last. */
    private int times(int every) {
        return every == 0 ? 0 : 1 + Math.ceilDiv(run.plan().steps(), every);
    }

    /** Seconds of one prediction for so many images at once. */
    private double prediction(int height, int width, int images) {
        UNetConfig unet = run.checkpoint().unet();
        return images * UNetWork.operations(unet, height, width, StepTime.TOKENS) / speed
                + StepTime.CALL * UNetWork.calls(unet);
    }

    private double saving(long file, long state) {
        int made = Math.ceilDiv(run.plan().steps(), run.plan().saving().checkpointEvery());
        return made * (SAVING + (file + state) / WRITING) + file / WRITING;
    }
}
