package atelier.model.job;

/** Hears of progress, on the thread that does the work; it must return at once and never throw. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that ignores everything. */
    ProgressListener NONE = progress -> {};

    /** Called after each unit of work, and once with {@code done == 0} when a stage begins. */
    void progressed(Progress progress);

    /**
     * Called when the work goes on, but otherwise than the user may expect, such as slower for want
     * of memory.
     *
     * @param notice one plain sentence
     */
    default void noticed(String notice) {}
}
