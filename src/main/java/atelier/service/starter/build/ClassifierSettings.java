package atelier.service.starter.build;

import atelier.engine.clip.PictureTowerConfig;
import java.util.List;

/**
 * What only the training of the classifier of attributes has.
 *
 * @param channels of each level
 * @param blocks residual blocks of each level
 * @param groups of the norms, which divide all channels
 * @param smoothing share of certainty that is spread over all answers, from 0 to below 1
 * @param side pixels of a side of the pictures
 * @param shift pixels by which pictures are moved at most, each way
 * @param pictures how many are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param batch how many of them a step has
 */
public record ClassifierSettings(
        List<Integer> channels,
        List<Integer> blocks,
        int groups,
        double smoothing,
        int side,
        int shift,
        int pictures,
        int heldOut,
        int batch) {

    /** Each level halves the sides, the first one, too. */
    private static final int STRIDE = 2;

    private static final int GRID = 1;

    /** Copies the lists. */
    public ClassifierSettings {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
    }

    /**
     * The tower's sizes.
     *
     * @param answers of all questions together
     */
    PictureTowerConfig tower(int answers) {
        return new PictureTowerConfig(
                side, STRIDE, channels, blocks, groups, GRID, List.of(answers));
    }
}
