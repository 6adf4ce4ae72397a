package atelier.model.job;

/** Hears of progress, on the thread that does the work; it must return at once and never throw. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that ignores everything. */
    ProgressListener NONE = progress -> {};

    /** Called after each unit of work, and once with {@code done == 0} when a stage begins. */
    void progressed(Progress progress);
}
