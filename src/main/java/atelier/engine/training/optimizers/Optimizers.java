package atelier.engine.training.optimizers;

import atelier.model.settings.Choice;
import java.util.List;

/** All optimizers. A new one is a class and a line here, and its message key. */
public final class Optimizers {

    private static final List<OptimizerType> ALL =
            List.of(
                    new AdamW.Type(),
                    new Prodigy.Type(),
                    new Adafactor.Type(),
                    new Lion(),
                    new Sgd());

    private Optimizers() {}

    /** Every optimizer, in the order to show. */
    public static List<OptimizerType> all() {
        return ALL;
    }

    /**
     * The optimizer of that id.
     *
     * @throws atelier.model.AtelierException if there is none; it lists those that are
     */
    public static OptimizerType get(String id) {
        return Choice.byId("optimizer", id, ALL, OptimizerType::id);
    }
}
