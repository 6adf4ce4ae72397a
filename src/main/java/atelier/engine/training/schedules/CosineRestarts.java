package atelier.engine.training.schedules;

/**
 * Falls as half a cosine to 0 several times, each time from the full rate again (Loshchilov and
 * Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", cycles of equal length): ½
 * (1 + cos π (c s/n mod 1)).
 *
 * @param cycles c, at least 1
 */
record CosineRestarts(int cycles) implements LearningRateSchedule {

    @Override
    public String id() {
        return "cosine-restarts";
    }

    @Override
    public LearningRateSchedule withCycles(int number) {
        return new CosineRestarts(number);
    }

    @Override
    public double factor(long step, long steps) {
        // In whole numbers, so that a cycle begins where it should to the bit.
        double place = (double) Math.floorMod(cycles * step, steps) / steps;
        return (1 + Math.cos(Math.PI * place)) / 2;
    }
}
