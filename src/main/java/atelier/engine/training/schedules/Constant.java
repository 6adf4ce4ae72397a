package atelier.engine.training.schedules;

/** The same rate throughout. */
record Constant() implements LearningRateSchedule {

    @Override
    public String id() {
        return "constant";
    }

    @Override
    public double factor(long step, long steps) {
        return 1;
    }
}
