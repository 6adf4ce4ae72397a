package atelier.engine.sampler;

/** A schedule and its names. */
public final class ScheduleType implements Registered {

    private final String id;
    private final String metadataName;
    private final Schedule schedule;

    ScheduleType(String id, String metadataName, Schedule schedule) {
        this.id = id;
        this.metadataName = metadataName;
        this.schedule = schedule;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String nameKey() {
        return "schedule." + id;
    }

    /** A1111's "Schedule type" whose steps are the same, or nearest. */
    @Override
    public String metadataName() {
        return metadataName;
    }

    Schedule schedule() {
        return schedule;
    }
}
