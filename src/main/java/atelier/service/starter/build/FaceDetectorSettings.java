package atelier.service.starter.build;

import atelier.engine.convnet.FaceDetectorConfig;
import atelier.engine.training.network.FaceDetectorLoss;
import atelier.service.starter.degradation.DegradationSettings;
import atelier.service.starter.scene.SceneSettings;

/**
 * What only the training of the detector of faces has.
 *
 * @param network its sizes
 * @param loss what it learns
 * @param scenes what the pictures are like
 * @param degradation how bad some of the pictures become
 * @param painted pixels of a side of the portraits that are put into them
 * @param pictures how many portraits, and as many places, are painted to train on
 * @param heldOut how many scenes of others are composed to measure on
 * @param batch how many scenes a step has
 */
public record FaceDetectorSettings(
        FaceDetectorConfig network,
        FaceDetectorLoss loss,
        SceneSettings scenes,
        DegradationSettings degradation,
        int painted,
        int pictures,
        int heldOut,
        int batch) {}
