package atelier.service.training;

import atelier.model.training.MaskUse;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingTargets;
import java.util.Map;

/**
 * The table of presets: what is usual for a subject, and what a speed makes of it. General and
 * balanced is what trainers of SDXL adapters agree on for ten to thirty pictures: rank 16 on the
 * 722 linear layers of the transformers (sd-scripts, OneTrainer), AdamW at 1e-4 (diffusers,
 * sd-scripts, SimpleTuner, ai-toolkit, Draw Things), a constant rate, min-SNR with γ = 5 (Hang et
 * al. 2023, and kohya_ss' presets for characters), about a hundred passes of each picture, 1500 to
 * 3000 in all (diffusers and Draw Things show 2000 pictures, ai-toolkit 3000). Those who share
 * their settings differ fifty-fold in the learning rate, so that all of these are a beginning, not
 * an optimum.
 */
final class Presets {

    private static final Passes USUAL_PASSES = new Passes(100, 1500, 3000);

    /**
     * A style is in all pictures, so that each is needed less often: kohya_ss' presets have 50
     * epochs at the least.
     */
    private static final Passes FEWER_PASSES = new Passes(50, 1500, 3000);

    private static final double MIN_SNR_GAMMA = 5;

    /** The offset that SDXL itself was trained with, which half of kohya_ss' presets keep. */
    private static final double OFFSET_OF_SDXL = 0.0357;

    private Presets() {}

    /** What a subject asks for. */
    private record Wish(
            Passes passes,
            int rank,
            MaskUse maskedLoss,
            boolean subjectCrop,
            boolean multiResolution,
            boolean flip,
            double noiseOffset) {}

    /** What a speed makes of that. */
    private record Pace(
            double passes,
            double rank,
            double learningRate,
            String schedule,
            double resolution,
            String resolutionText) {}

    private static Wish wish(Subject subject) {
        return switch (subject) {
            // Faces are small in many pictures and large in others: cutting around them and showing
            // them at several sizes evens that out (ai-toolkit), and normalized masks let each
            // picture count alike, where sd-scripts' plain ones let a small face count little. No
            // face is its own mirror image.
            case PORTRAIT -> new Wish(USUAL_PASSES, 16, MaskUse.NORMALIZED, true, true, false, 0);
            // The whole figure counts; sd-scripts' and OneTrainer's masks, used where there are
            // some; costumes have a left and a right.
            case CHARACTER -> new Wish(USUAL_PASSES, 16, MaskUse.PLAIN, false, false, false, 0);
            // Every place of a picture has its style, contrast included, at the size it was made
            // for; mirrored, it is the same style.
            case STYLE ->
                    new Wish(FEWER_PASSES, 16, MaskUse.OFF, false, false, true, OFFSET_OF_SDXL);
            // Rank 8 is for what is simple; LyCORIS' author: bigger is not better. Letters on it
            // are not to be mirrored.
            case PRODUCT -> new Wish(USUAL_PASSES, 8, MaskUse.NORMALIZED, true, false, false, 0);
            case GENERAL -> new Wish(USUAL_PASSES, 16, MaskUse.PLAIN, false, false, false, 0);
        };
    }

    private static Pace pace(Speed speed) {
        return switch (speed) {
            // Half the passes at twice the rate, falling so that it ends on small steps; 768 is the
            // middle one of ai-toolkit's resolutions and takes half the time of 1024. diffusers'
            // own
            // rank is 4, and sd-scripts trains with 4 to 8 where memory is short.
            case RAPID -> new Pace(0.5, 0.5, 2e-4, "cosine", 0.75, "three quarters of the model's");
            case BALANCED -> new Pace(1, 1, 1e-4, "constant", 1, "the model's");
            // fluxgym shows each picture 160 times; rank 32 is ai-toolkit's and Draw Things' and is
            // meant for detailed costumes; kohya_ss lets the rate fall to 0.
            case QUALITY -> new Pace(1.5, 2, 1e-4, "cosine", 1, "the model's");
        };
    }

    /**
     * The defaults for a subject at a speed.
     *
     * @param resolution that the model was made for
     */
    static Preset of(Subject subject, Speed speed, int resolution) {
        Wish wish = wish(subject);
        Pace pace = pace(speed);
        int side = pace.resolution() == 1 ? resolution : Preset.part(resolution, pace.resolution());
        return new Preset(
                wish.passes().times(pace.passes()),
                side,
                pace.resolutionText(),
                wish.multiResolution(),
                wish.subjectCrop(),
                wish.flip(),
                TrainingTargets.TRANSFORMERS,
                (int) Math.round(wish.rank() * pace.rank()),
                pace.learningRate(),
                pace.schedule(),
                wish.maskedLoss(),
                MIN_SNR_GAMMA,
                wish.noiseOffset());
    }

    /** What chooses that preset, as the user sets it. */
    static Map<String, String> sets(Subject subject, Speed speed) {
        return Map.of("subject", subject.toString(), "speed", speed.toString());
    }
}
