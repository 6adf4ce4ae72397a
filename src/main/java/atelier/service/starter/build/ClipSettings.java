package atelier.service.starter.build;

import atelier.engine.clip.PictureTowerConfig;
import atelier.engine.training.network.ClipDesign;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderConfig.Activation;
import atelier.model.AtelierException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What only the training of CLIP has.
 *
 * @param vocabulary tokens of the tokenizers
 * @param captions how many the tokenizers are learned from
 * @param widths of the first and the second text encoder, and of their projections
 * @param layers of each text encoder
 * @param headWidth of their attention
 * @param towerStride how many times lower the resolution of its first level is: 2 or 4
 * @param towerChannels of each level of the picture tower
 * @param towerBlocks residual blocks of each level
 * @param towerGroups of its norms
 * @param towerGrid cells of a side that the tower tells apart at its end
 * @param side pixels of a side of the pictures
 * @param shift pixels by which a picture is moved at most, each way
 * @param pictures how many are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param traitShare what the loss of reading traits off the embeddings is multiplied by
 * @param batch pictures, each with a caption, of a step
 */
public record ClipSettings(
        int vocabulary,
        int captions,
        List<Integer> widths,
        int layers,
        int headWidth,
        int towerStride,
        List<Integer> towerChannels,
        List<Integer> towerBlocks,
        int towerGroups,
        int towerGrid,
        int side,
        int shift,
        int pictures,
        int heldOut,
        double traitShare,
        int batch) {

    private static final int ENCODERS = 2;
    private static final int PERCEPTRON = 4;

    /** Copies the lists. */
    public ClipSettings {
        widths = List.copyOf(widths);
        towerChannels = List.copyOf(towerChannels);
        towerBlocks = List.copyOf(towerBlocks);
    }

    /**
     * Checks what the networks do not check themselves.
     *
     * @throws AtelierException if something does not fit
     */
    void check(String stage) {
        require(widths.size() == ENCODERS, stage, "there are not two widths");
        require(
                headWidth >= 1 && widths.stream().allMatch(width -> width % headWidth == 0),
                stage,
                "headWidth does not divide both widths");
        require(layers >= 2, stage, "there are not two layers, of which SDXL skips the last");
        require(captions >= 1 && pictures >= 1, stage, "there are no pictures");
        require(heldOut >= Retrieval.AMONG, stage, "too few are held out");
        require(batch >= 2, stage, "a batch has nothing to compare");
        require(shift >= 0 && shift < side, stage, "shift is out of range");
    }

    private static void require(boolean holds, String stage, String what) {
        if (!holds) {
            throw new AtelierException(
                    "The settings of the stage %s do not fit together, as %s: correct the recipe."
                            .formatted(stage, what));
        }
    }

    /**
     * The networks.
     *
     * @param tokens of the tokenizers
     * @param positions tokens of a text at most
     */
    ClipDesign design(int tokens, int positions) {
        List<TextEncoderConfig> encoders =
                IntStream.range(0, ENCODERS)
                        .mapToObj(number -> encoder(number, tokens, positions, widths.get(number)))
                        .toList();
        return new ClipDesign(
                encoders,
                new PictureTowerConfig(
                        side,
                        towerStride,
                        towerChannels,
                        towerBlocks,
                        towerGroups,
                        towerGrid,
                        widths),
                AttributeClassifier.answers(),
                traitShare);
    }

    /**
     * An encoder as its file is, or as it is trained.
     *
     * @param projection 0 for none
     */
    TextEncoderConfig encoder(int number, int tokens, int positions, int projection) {
        int width = widths.get(number);
        return new TextEncoderConfig(
                layers,
                width,
                width / headWidth,
                PERCEPTRON * width,
                positions,
                tokens,
                number == 0 ? Activation.QUICK_GELU : Activation.GELU,
                projection);
    }
}
