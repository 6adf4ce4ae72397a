package atelier.service.starter.build;

import atelier.engine.training.losses.DebiasedEstimation;
import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.losses.MaskedLoss;
import atelier.engine.training.losses.MinSnr;
import atelier.engine.weights.UNetConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What only the training of the UNet has.
 *
 * @param widths of its levels, outermost first
 * @param layersPerBlock residual blocks per level on the way down; one more on the way up
 * @param depths transformer blocks per attention layer of each level; 0 where a level has none
 * @param heads attention heads of each level
 * @param normGroups groups of the norms, which divide all widths
 * @param sizeWidth width of the sinusoid of each size condition
 * @param side pixels of a side of the pictures
 * @param pictures how many are painted to train on
 * @param captions how many are written for each
 * @param leastSaid how many things a caption says at least, where there are so many
 * @param mostSaid how many it says at most
 * @param batch how many pictures a step has
 * @param captionDropout share of pictures shown without their caption, so that guidance works
 * @param minSnrGamma γ of min-SNR; 0 for none
 * @param debiasedEstimation whether noisy pictures count more, as what captions ask for is decided
 *     there
 * @param faceWeight how much the middle of a face counts, in terms of places far from it; 1 where
 *     all count alike
 * @param timestepFocus share of pictures that are as noisy as where captions decide the most; the
 *     noise of the others lies evenly
 * @param generations how many images of unseen captions are made to measure on; 0 for none
 * @param samplingSteps of each of them
 * @param guidance of each of them
 */
public record DenoiserSettings(
        List<Integer> widths,
        int layersPerBlock,
        List<Integer> depths,
        List<Integer> heads,
        int normGroups,
        int sizeWidth,
        int side,
        int pictures,
        int captions,
        int leastSaid,
        int mostSaid,
        int batch,
        double captionDropout,
        double minSnrGamma,
        boolean debiasedEstimation,
        double faceWeight,
        double timestepFocus,
        int generations,
        int samplingSteps,
        double guidance) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if captions would have to say more than they may
     */
    public DenoiserSettings {
        if (mostSaid < leastSaid) {
            throw new IllegalArgumentException(
                    "mostSaid is %d, but it must be at least leastSaid, which is %d"
                            .formatted(mostSaid, leastSaid));
        }
        widths = List.copyOf(widths);
        depths = List.copyOf(depths);
        heads = List.copyOf(heads);
    }

    /** How much places and amounts of noise count. */
    List<LossWeight> lossWeights() {
        List<LossWeight> weights = new ArrayList<>();
        weights.add(new MaskedLoss(true));
        if (minSnrGamma > 0) {
            weights.add(new MinSnr(minSnrGamma));
        }
        if (debiasedEstimation) {
            weights.add(new DebiasedEstimation());
        }
        return weights;
    }

    /**
     * The UNet's sizes.
     *
     * @param latentChannels of the autoencoder
     * @param contextWidth of both text encoders
     * @param pooledWidth of the second one
     */
    UNetConfig unet(int latentChannels, int contextWidth, int pooledWidth) {
        return new UNetConfig(
                latentChannels,
                latentChannels,
                widths,
                layersPerBlock,
                depths,
                heads,
                contextWidth,
                normGroups,
                sizeWidth,
                pooledWidth);
    }
}
