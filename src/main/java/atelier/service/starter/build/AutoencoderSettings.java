package atelier.service.starter.build;

import atelier.engine.training.network.AutoencoderLoss;
import atelier.model.AtelierException;
import java.util.List;

/**
 * What only the training of the autoencoder has.
 *
 * @param widths of its levels, outermost first; each level but the last halves the sides
 * @param layersPerBlock residual blocks per level in the encoder; the decoder has one more
 * @param normGroups groups of the norms, which divide all widths
 * @param loss what it learns
 * @param side pixels of a side of the pictures
 * @param pictures how many are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param phases what the steps go through, one after the other
 */
public record AutoencoderSettings(
        List<Integer> widths,
        int layersPerBlock,
        int normGroups,
        AutoencoderLoss loss,
        int side,
        int pictures,
        int heldOut,
        List<Phase> phases) {

    /** Copies the lists. */
    public AutoencoderSettings {
        widths = List.copyOf(widths);
        phases = List.copyOf(phases);
    }

    /**
     * A part of the steps.
     *
     * @param until share of all steps after which it ends, above 0, at most 1
     * @param crop pixels of a side of the parts of pictures it trains on, divisible by the
     *     reduction
     * @param batch how many of them a step has
     */
    public record Phase(double until, int crop, int batch) {}

    /**
     * Checks that all of it fits together.
     *
     * @throws AtelierException if something does not
     */
    void check(String stage) {
        int reduction = 1 << (widths.size() - 1);
        require(!widths.isEmpty() && layersPerBlock >= 1, stage, "there is no block");
        require(
                normGroups >= 1
                        && widths.stream().allMatch(width -> width > 0 && width % normGroups == 0),
                stage,
                "normGroups does not divide all widths");
        require(pictures >= 1 && heldOut >= 1, stage, "there are no pictures");
        require(side % reduction == 0, stage, "side is not divisible by the reduction");
        require(!phases.isEmpty(), stage, "there is no phase");
        for (Phase phase : phases) {
            require(
                    phase.crop() >= reduction
                            && phase.crop() <= side
                            && phase.crop() % reduction == 0,
                    stage,
                    "a crop is larger than the pictures or not divisible by the reduction");
            require(phase.batch() >= 1, stage, "a batch is empty");
        }
    }

    private static void require(boolean holds, String stage, String what) {
        if (!holds) {
            throw new AtelierException(
                    "The settings of the stage %s do not fit together, as %s: correct the recipe."
                            .formatted(stage, what));
        }
    }

    /** The phase of a step, from 0. */
    Phase phase(long step, long steps) {
        return phases.stream()
                .filter(phase -> step < Math.round(phase.until() * steps))
                .findFirst()
                .orElse(phases.getLast());
    }
}
