package atelier.engine.training.schedules;

/**
 * Stays high and falls late (Chen et al. 2022, "REX: Revisiting Budgeted Training with an Improved
 * Schedule"): (1 − p)/(1 − p/2) with p = s/n.
 */
record Rex() implements LearningRateSchedule {

    @Override
    public String id() {
        return "rex";
    }

    @Override
    public double factor(long step, long steps) {
        double place = (double) step / steps;
        return (1 - place) / (1 - place / 2);
    }
}
