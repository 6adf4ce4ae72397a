package atelier.engine.training.schedules;

import atelier.model.settings.Choice;
import atelier.model.training.RateSettings;
import java.util.List;

/**
 * All schedules of the learning rate. A new one is a class and a line here, and its message key.
 */
public final class LearningRateSchedules {

    private static final List<LearningRateSchedule> ALL =
            List.of(new Constant(), new Linear(), new Cosine(), new CosineRestarts(1), new Rex());

    private LearningRateSchedules() {}

    /** Every schedule, in the order to show. */
    public static List<LearningRateSchedule> all() {
        return ALL;
    }

    /**
     * The schedule of that id.
     *
     * @throws atelier.model.AtelierException if there is none; it lists those that are
     */
    public static LearningRateSchedule get(String id) {
        return Choice.byId("learning rate schedule", id, ALL, LearningRateSchedule::id);
    }

    /** What settings ask for, warm-up and all. */
    public static LearningRateSchedule of(RateSettings settings) {
        return new WarmUp(
                settings.warmUpSteps(),
                get(settings.learningRateSchedule()).withCycles(settings.cycles()));
    }
}
