package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules without a reference, against their formulas written anew. */
class SigmaFormulasTest {

    /** ln σ of SDXL's training steps, from β by its definition. */
    private static double[] logSigmas() {
        double[] logs = new double[1000];
        double signal = 1;
        for (int t = 0; t < 1000; t++) {
            double root = Math.sqrt(0.00085) + t / 999.0 * (Math.sqrt(0.012) - Math.sqrt(0.00085));
            signal *= 1 - root * root;
            logs[t] = 0.5 * Math.log(1 / signal - 1);
        }
        return logs;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 20, 33})
    void exponentialHasEvenLogarithms(int steps) {
        double[] logs = logSigmas();
        double[] sigmas = run("dpmpp-2m", "exponential", steps).sigmas();
        for (int i = 0; i < steps; i++) {
            double log = logs[999] + (double) i / (steps - 1) * (logs[0] - logs[999]);
            assertThat(sigmas[i]).isCloseTo(Math.exp(log), within(1e-9));
        }
        assertThat(sigmas[steps]).isZero();
    }

    @Test
    void exponentialOfEulerRunsBetweenTheEndsOfTheCheckpointsSpacing() {
        double[] logs = logSigmas();
        double[] sigmas = run("euler", "exponential", 10).sigmas();
        assertThat(sigmas[0]).isCloseTo(Math.exp(logs[901]), within(1e-9));
        assertThat(sigmas[9]).isCloseTo(Math.exp(logs[1]), within(1e-9));
        assertThat(sigmas[4] / sigmas[3]).isCloseTo(sigmas[8] / sigmas[7], within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 20, 37})
    void sgmUniformHasEvenTimesWithoutTheLast(int steps) {
        double[] logs = logSigmas();
        SamplerRun run = run("euler", "sgm-uniform", steps);
        double[] sigmas = run.sigmas();
        for (int i = 0; i < steps; i++) {
            double time = 999 - 999.0 * i / steps;
            int low = (int) Math.floor(time);
            double log =
                    low == 999 ? logs[999] : logs[low] + (time - low) * (logs[low + 1] - logs[low]);
            assertThat(run.timesteps()[i]).isCloseTo(time, within(1e-6));
            assertThat(sigmas[i]).isCloseTo(Math.exp(log), within(1e-9));
        }
        assertThat(sigmas[steps]).isZero();
        assertThat(run.initialSigma()).isEqualTo(sigmas[0]);
    }

    @Test
    void sgmUniformTellsSolversTheNearestTrainingStep() {
        SamplerRun run = run("dpmpp-2m", "sgm-uniform", 4);
        assertThat(run.timesteps()).containsExactly(999, 749, 500, 250);
        assertThat(run.sigmas()).isEqualTo(run("euler", "sgm-uniform", 4).sigmas());
    }

    private static SamplerRun run(String sampler, String schedule, int steps) {
        return Samplers.start(SchedulerConfig.SDXL, sampler, schedule, steps, 0);
    }
}
