package atelier.service.starter.build;

import atelier.engine.clip.PictureTowerConfig;
import java.util.List;

/**
 * What only the training of the classifier of attributes has.
 *
 * @param stride how many times lower the first level's resolution is than the picture's, 2 or 4
 * @param channels of each level
 * @param blocks residual blocks of each level
 * @param groups of the norms, which divide all channels
 * @param grid cells of a side at the end of the tower, so that it can tell where something is
 * @param smoothing share of certainty that is spread over all answers, from 0 to below 1
 * @param side pixels of a side of the pictures
 * @param shift pixels by which pictures are moved at most, each way
 * @param pictures how many are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param batch how many of them a step has
 */
public record ClassifierSettings(
        int stride,
        List<Integer> channels,
        List<Integer> blocks,
        int groups,
        int grid,
        double smoothing,
        int side,
        int shift,
        int pictures,
        int heldOut,
        int batch) {

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
                side, stride, channels, blocks, groups, grid, List.of(answers));
    }
}
