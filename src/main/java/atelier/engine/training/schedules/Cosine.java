package atelier.engine.training.schedules;

/**
 * Falls as half a cosine to 0, which it would reach at the update after the last: ½ (1 + cos π
 * s/n).
 */
record Cosine() implements LearningRateSchedule {

    @Override
    public String id() {
        return "cosine";
    }

    @Override
    public double factor(long step, long steps) {
        return (1 + Math.cos(Math.PI * step / steps)) / 2;
    }
}
