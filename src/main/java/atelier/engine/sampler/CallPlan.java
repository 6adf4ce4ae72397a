package atelier.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The model calls of a run: times, noise levels, and which step each belongs to. */
final class CallPlan {

    private final double[] timesteps;
    private final double[] sigmas;
    private final int[] stepOfCall;

    private CallPlan(double[] timesteps, double[] sigmas, int[] stepOfCall) {
        this.timesteps = timesteps;
        this.sigmas = sigmas;
        this.stepOfCall = stepOfCall;
    }

    /**
     * One call for each step.
     *
     * @param timesteps one for each call
     * @param sigmas before each call, and after the last
     */
    static CallPlan single(double[] timesteps, double[] sigmas) {
        int[] steps = new int[timesteps.length];
        Arrays.setAll(steps, step -> step);
        return new CallPlan(timesteps, sigmas, steps);
    }

    /** Collects calls one by one, in order. */
    static final class Builder {

        private final List<Double> timesteps = new ArrayList<>();
        private final List<Double> sigmas = new ArrayList<>();
        private final List<Integer> steps = new ArrayList<>();

        /** Adds a call of a step: the time the model is told, and the noise before it. */
        void call(int step, double timestep, double sigma) {
            steps.add(step);
            timesteps.add(timestep);
            sigmas.add(sigma);
        }

        /** The plan, whose last call leaves this noise. */
        CallPlan end(double sigma) {
            sigmas.add(sigma);
            return new CallPlan(
                    timesteps.stream().mapToDouble(Double::doubleValue).toArray(),
                    sigmas.stream().mapToDouble(Double::doubleValue).toArray(),
                    steps.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    int calls() {
        return timesteps.length;
    }

    int steps() {
        return stepOfCall[stepOfCall.length - 1] + 1;
    }

    int stepOf(int call) {
        return stepOfCall[call];
    }

    /** Whether a call is the first of its step. */
    boolean beginsStep(int call) {
        return call == 0 || stepOfCall[call] != stepOfCall[call - 1];
    }

    /** The first call of a step. */
    int firstCallOf(int step) {
        int call = 0;
        while (stepOfCall[call] != step) {
            call++;
        }
        return call;
    }

    double[] timesteps() {
        return timesteps.clone();
    }

    double[] sigmas() {
        return sigmas.clone();
    }

    /** The noise before a call; that of the number of calls is what remains at the end. */
    NoiseLevel level(int call) {
        return new NoiseLevel(sigmas[call]);
    }
}
