package atelier.engine.sampler;

/**
 * How a family of samplers lays its steps over a schedule. The families differ by history, not by
 * mathematics; they are kept apart so that each gives the images known under its name.
 */
enum StepLayout {
    /**
     * Euler's family: n points; times between training steps allowed; a curve such as Karras' runs
     * between the ends of the checkpoint's own spacing.
     */
    FRACTIONAL,
    /**
     * DPM-Solver's and UniPC's: n+1 points of which the last is left out, as the final step goes to
     * zero; whole training steps; a curve spans the whole noise range.
     */
    OPEN_ENDED,
    /** DDIM's: n points, whole training steps; a curve spans the whole noise range. */
    WHOLE;

    int points(int steps) {
        return this == OPEN_ENDED ? steps + 1 : steps;
    }

    double round(double timestep) {
        return this == FRACTIONAL ? timestep : Math.rint(timestep);
    }

    boolean curveSpansAll() {
        return this != FRACTIONAL;
    }
}
