package atelier.engine.training.schedules;

/** By what the learning rate is multiplied over a run. */
public interface LearningRateSchedule {

    /** What the command line and files call it: lower case, digits and hyphens. */
    String id();

    /**
     * The factor of one update.
     *
     * @param step number of the update, from 0 to {@code steps} − 1
     * @param steps number of all updates
     * @return usually 0 to 1
     */
    double factor(long step, long steps);

    /**
     * The same with that many restarts, the first included, for schedules that have some.
     *
     * @param number at least 1
     */
    default LearningRateSchedule withCycles(int number) {
        return this;
    }
}
