package atelier.service.starter.build;

import atelier.model.settings.Choice;
import java.util.List;

/** All kinds of stages. A new one is a class and a line here. */
public final class StageTypes {

    private static final List<StageType> ALL =
            List.of(
                    new AutoencoderStage.Type(),
                    new ClipStage.Type(),
                    new ClassifierStage.Type(),
                    new DenoiserStage.Type());

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
