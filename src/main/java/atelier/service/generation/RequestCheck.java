package atelier.service.generation;

import atelier.engine.sampler.Samplers;
import atelier.engine.sampler.Schedules;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.model.AtelierException;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.InitImage;
import atelier.model.generation.SamplingSettings;

/** Refuses settings that cannot be generated with before anything large is loaded. */
public final class RequestCheck {

    private static final int GRAIN = 8;
    private static final int LARGEST_SIDE = 8192;
    private static final int MOST_IMAGES = 10_000;
    private static final double STRONGEST_GUIDANCE = 100;

    private RequestCheck() {}

    /**
     * Checks every setting.
     *
     * @throws AtelierException at the first that is out of range
     */
    public static void check(GenerationRequest request) {
        side("width", request.width());
        side("height", request.height());
        if (request.count() < 1 || request.count() > MOST_IMAGES) {
            throw new AtelierException(
                    "%d images cannot be made at once: choose 1 to %d."
                            .formatted(request.count(), MOST_IMAGES));
        }
        if (request.clipSkip() < 0) {
            throw new AtelierException(
                    "Clip skip is " + request.clipSkip() + ": choose 0 or more.");
        }
        sampling(request.sampling());
        if (request.init() != null) {
            init(request.init());
        }
    }

    /**
     * Checks what depends on the model.
     *
     * @throws AtelierException if more layers are to be skipped than a text encoder has
     */
    static void check(GenerationRequest request, Checkpoint checkpoint) {
        // One layer is skipped by SDXL itself.
        int most =
                Math.min(
                                checkpoint.textEncoder(Component.TEXT_ENCODER_1).layers(),
                                checkpoint.textEncoder(Component.TEXT_ENCODER_2).layers())
                        - 1;
        if (request.clipSkip() > most) {
            throw new AtelierException(
                    "Clip skip is %d, but this model's text encoders allow %d at most: choose 0 to %d."
                            .formatted(request.clipSkip(), most, most));
        }
    }

    private static void side(String name, int pixels) {
        if (pixels < GRAIN || pixels > LARGEST_SIDE || pixels % GRAIN != 0) {
            int near = Math.clamp(Math.round((double) pixels / GRAIN) * GRAIN, GRAIN, LARGEST_SIDE);
            throw new AtelierException(
                    "The %s is %d, but it must be divisible by %d and at most %d: choose %d."
                            .formatted(name, pixels, GRAIN, LARGEST_SIDE, near));
        }
    }

    private static void sampling(SamplingSettings sampling) {
        Samplers.get(sampling.sampler());
        Schedules.get(sampling.schedule());
        between("guidance scale", sampling.guidance(), 0, STRONGEST_GUIDANCE);
        between("guidance rescale", sampling.guidanceRescale(), 0, 1);
        between("eta", sampling.eta(), 0, 1);
    }

    private static void init(InitImage init) {
        if (!(init.strength() > 0 && init.strength() <= 1)) {
            throw new AtelierException(
                    "The strength is %s: choose above 0, at most 1.".formatted(init.strength()));
        }
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new AtelierException(
                    "The %s is %s: choose %s to %s.".formatted(name, value, least, most));
        }
    }
}
