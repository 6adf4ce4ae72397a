package atelier.engine.training.schedules;

/**
 * Rises in a straight line from 0, then runs another schedule over the rest: update s of the first
 * n has the factor s/n.
 *
 * @param updates how many there are before the full rate, at least 0
 * @param then what follows, from its own beginning
 */
public record WarmUp(long updates, LearningRateSchedule then) implements LearningRateSchedule {

    @Override
    public String id() {
        return then.id();
    }

    @Override
    public double factor(long step, long steps) {
        if (step < updates) {
            return (double) step / updates;
        }
        return then.factor(step - updates, Math.max(1, steps - updates));
    }
}
