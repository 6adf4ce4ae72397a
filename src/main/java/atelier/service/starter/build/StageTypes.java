package atelier.service.starter.build;

import atelier.model.settings.Choice;
import java.util.List;

/** All kinds of stages. A new one is a class and a line here. */
public final class StageTypes {

    private static final List<StageType> ALL =
            List.of(
                    new StageType("autoencoder", AutoencoderStage::open),
                    new StageType("clip", ClipStage::open),
                    new StageType("classifier", ClassifierStage::open),
                    new StageType("unet", DenoiserStage::open),
                    new StageType("face-detector", FaceDetectorStage::open),
                    new StageType("face-restorer", RestorerStage::open),
                    new StageType("matting", MattingStage::open));

    private StageTypes() {}

    /**
     * The kind of that id.
     *
     * @throws atelier.model.AtelierException if there is none; it lists those that are
     */
    static StageType get(String id) {
        return Choice.byId("type of stage", id, ALL, StageType::id);
    }
}
