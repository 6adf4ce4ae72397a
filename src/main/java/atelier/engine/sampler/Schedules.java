package atelier.engine.sampler;

import java.util.List;
import java.util.Optional;

/** All schedules. A new one is a class and a line here, and its message key. */
public final class Schedules {

    private static final Registry<ScheduleType> ALL = new Registry<>("schedule", entries());

    private Schedules() {}

    private static List<ScheduleType> entries() {
        return List.of(
                new ScheduleType("leading", "DDIM", new SpacedSchedule(Spacing.LEADING)),
                new ScheduleType("trailing", "Simple", new SpacedSchedule(Spacing.TRAILING)),
                new ScheduleType("linspace", "Uniform", new SpacedSchedule(Spacing.LINSPACE)),
                new ScheduleType("karras", "Karras", new KarrasSchedule()),
                new ScheduleType("exponential", "Exponential", new ExponentialSchedule()),
                new ScheduleType("sgm-uniform", "SGM Uniform", new SgmUniformSchedule()));
    }

    /** Every schedule, in the order to show. */
    public static List<ScheduleType> all() {
        return ALL.all();
    }

    /**
     * The schedule of that id.
     *
     * @throws atelier.model.AtelierException if there is none; it lists those that are
     */
    public static ScheduleType get(String id) {
        return ALL.get(id);
    }

    /** The schedule that image metadata calls so, in any case of letters. */
    public static Optional<ScheduleType> byMetadataName(String name) {
        return ALL.byMetadataName(name);
    }
}
