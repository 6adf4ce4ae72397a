package atelier.engine.training.schedules;

/** Falls in a straight line to 0, which it would reach at the update after the last: 1 − s/n. */
record Linear() implements LearningRateSchedule {

    @Override
    public String id() {
        return "linear";
    }

    @Override
    public double factor(long step, long steps) {
        return 1 - (double) step / steps;
    }
}
