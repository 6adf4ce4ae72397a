package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Published noise levels and times of SDXL. */
class GoldenStepsTest {

    private final NoiseSchedule noise = NoiseSchedule.of(SchedulerConfig.SDXL);

    @Test
    void noiseOfSdxl() {
        assertThat(noise.trainSteps()).isEqualTo(1000);
        assertThat(noise.sigma(0)).isCloseTo(0.02916716, within(1e-8));
        assertThat(noise.sigma(999)).isCloseTo(14.61464123, within(3e-6));
        assertThat(noise.alphaCumprod(0)).isCloseTo(0.99915, within(1e-8));
        assertThat(noise.alphaCumprod(999)).isCloseTo(0.00466010, within(1e-8));
        assertThat(noise.beta(0)).isCloseTo(0.00085, within(1e-12));
        assertThat(noise.beta(999)).isCloseTo(0.012, within(1e-12));
    }

    @Test
    void leadingOfEuler() {
        SamplerRun run = run("euler", "leading", 30);
        assertThat(run.timesteps()).startsWith(958, 925).endsWith(34, 1);
        assertThat(Arrays.copyOf(run.sigmas(), 3))
                .containsExactly(new double[] {11.47684646, 9.54358257, 8.00431065}, within(3e-6));
        assertThat(Arrays.copyOfRange(run.sigmas(), 27, 31))
                .containsExactly(
                        new double[] {0.26765235, 0.18216598, 0.04131441, 0}, within(1e-7));
        assertThat(run.initialSigma()).isCloseTo(11.52033006, within(3e-6));
    }

    @Test
    void leadingOfDpmSolver() {
        for (String sampler : new String[] {"dpmpp-2m", "dpmpp-2m-sde", "unipc"}) {
            assertThat(run(sampler, "leading", 30).timesteps())
                    .as(sampler)
                    .startsWith(961, 929)
                    .endsWith(65, 33);
        }
    }

    @Test
    void trailing() {
        assertThat(run("euler", "trailing", 30).timesteps()).startsWith(999, 966, 932).endsWith(32);
        assertThat(run("euler", "trailing", 4).timesteps()).containsExactly(999, 749, 499, 249);
        assertThat(run("euler", "trailing", 4).initialSigma()).isCloseTo(14.61464123, within(3e-6));
    }

    @Test
    void karrasOverTheWholeRange() {
        SamplerRun run = run("dpmpp-2m", "karras", 20);
        double[] sigmas = {
            14.61464, 11.72537, 9.34020, 7.38362, 5.78941, 4.49984, 3.46475, 2.64084, 1.99092,
            1.48321, 1.09079, .790946, .564721, .396390, .273038, .184168, .121341, .0778600,
            .0484814, .0291672, 0
        };
        assertThat(run.sigmas()).containsExactly(sigmas, within(6e-6));
        assertThat(run.timesteps())
                .containsExactly(
                        999, 962, 921, 876, 827, 772, 710, 640, 561, 474, 380, 285, 197, 123, 69,
                        35, 15, 6, 2, 0);
    }

    @Test
    void lcmWhateverTheSchedule() {
        for (ScheduleType schedule : Schedules.all()) {
            assertThat(run("lcm", schedule.id(), 4).timesteps())
                    .containsExactly(999, 759, 499, 259);
            assertThat(run("lcm", schedule.id(), 8).timesteps())
                    .containsExactly(999, 879, 759, 639, 499, 379, 259, 139);
        }
    }

    @Test
    void asManyStepsAsTrainingStepsVisitEachOnce() {
        for (String sampler : new String[] {"euler", "dpmpp-2m", "ddim"}) {
            for (String schedule : new String[] {"leading", "trailing", "linspace"}) {
                double[] timesteps = run(sampler, schedule, 1000).timesteps();
                for (int step = 0; step < 1000; step++) {
                    assertThat(timesteps[step])
                            .as("%s × %s", sampler, schedule)
                            .isEqualTo(999 - step);
                }
            }
        }
    }

    private static SamplerRun run(String sampler, String schedule, int steps) {
        return Samplers.start(SchedulerConfig.SDXL, sampler, schedule, steps, 1);
    }
}
