package atelier.service.starter.build;

import atelier.engine.convnet.PictureUNetConfig;
import atelier.engine.convnet.ResidualLevels;
import atelier.engine.training.network.PictureUNetLoss;
import atelier.service.starter.degradation.DegradationSettings;

/**
 * What only the training of the restorer of faces has.
 *
 * @param levels its sizes
 * @param loss what it learns
 * @param degradation how bad faces become
 * @param side pixels of a side of the aligned faces
 * @param painted pixels of a side of the portraits that they are cut out of
 * @param pictures how many faces are painted to train on
 * @param heldOut how many others are painted to measure on
 * @param batch how many of them a step has
 */
public record RestorerSettings(
        ResidualLevels levels,
        PictureUNetLoss loss,
        DegradationSettings degradation,
        int side,
        int painted,
        int pictures,
        int heldOut,
        int batch) {

    PictureUNetConfig config() {
        return new PictureUNetConfig(side, levels, PictureUNetConfig.Output.CHANGE);
    }
}
