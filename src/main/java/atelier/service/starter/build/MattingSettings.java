package atelier.service.starter.build;

import atelier.engine.convnet.PictureUNetConfig;
import atelier.engine.convnet.ResidualLevels;
import atelier.engine.training.network.PictureUNetLoss;
import atelier.service.starter.degradation.DegradationSettings;

/**
 * What only the training of the network has that tells persons from their background.
 *
 * @param levels its sizes
 * @param loss what it learns
 * @param degradation how bad half of the pictures become
 * @param side pixels of a side of the pictures
 * @param shift pixels by which pictures are moved at most, each way
 * @param pictures how many are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param batch how many of them a step has
 */
public record MattingSettings(
        ResidualLevels levels,
        PictureUNetLoss loss,
        DegradationSettings degradation,
        int side,
        int shift,
        int pictures,
        int heldOut,
        int batch) {

    PictureUNetConfig config() {
        return new PictureUNetConfig(side, levels, PictureUNetConfig.Output.SHARE);
    }
}
