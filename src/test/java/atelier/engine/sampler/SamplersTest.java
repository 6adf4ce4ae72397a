package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersTest {

    @Test
    void namesAreUniqueAndFitForTheCommandLine() {
        for (var registered : new Object[] {Samplers.all(), Schedules.all()}) {
            var entries = (Iterable<?>) registered;
            assertThat(entries)
                    .isNotEmpty()
                    .allSatisfy(entry -> {
                        Registered named = (Registered) entry;
                        assertThat(named.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                        assertThat(named.nameKey()).endsWith("." + named.id());
                        assertThat(named.metadataName()).isNotBlank();
                    });
        }
        assertThat(Samplers.all()).extracting(Registered::metadataName).doesNotHaveDuplicates();
        assertThat(Schedules.all()).extracting(Registered::metadataName).doesNotHaveDuplicates();
    }

    @Test
    void twoEntriesOfOneIdAreRefused() {
        SamplerType euler = Samplers.get("euler");
        assertThatThrownBy(() -> new Registry<>("sampler", List.of(euler, euler)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("euler");
    }

    @Test
    void metadataNamesLeadBack() {
        assertThat(Samplers.byMetadataName("DPM++ 2M SDE")).contains(Samplers.get("dpmpp-2m-sde"));
        assertThat(Samplers.byMetadataName("euler A")).contains(Samplers.get("euler-a"));
        assertThat(Schedules.byMetadataName("SGM Uniform")).contains(Schedules.get("sgm-uniform"));
        assertThat(Samplers.byMetadataName("Restart")).isEmpty();
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes() {
        assertRefused(
                () -> start("eular", "karras", 20, 0),
                "There is no sampler 'eular'; choose one of euler, euler-a, heun, dpmpp-2m,"
                        + " dpmpp-2m-sde, dpmpp-sde, ddim, unipc, lcm.");
        assertRefused(
                () -> start("euler", "polyexponential", 20, 0),
                "There is no schedule 'polyexponential'; choose one of leading, trailing, linspace,"
                        + " karras, exponential, sgm-uniform.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void stepsOutOfRangeAreRefused(int steps) {
        assertRefused(
                () -> start("euler", "karras", steps, 0),
                steps + " steps cannot be sampled; choose 1 to 1000.");
    }

    @Test
    void moreStepsThanLcmWasDistilledAtAreRefused() {
        assertRefused(
                () -> start("lcm", "trailing", 51, 0),
                "LCM samples in at most 50 steps, not 51; choose fewer, or another sampler.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void etaOutOfRangeIsRefused(double eta) {
        assertRefused(
                () -> start("ddim", "leading", 10, eta),
                "Eta, the share of fresh noise, is " + eta + "; choose 0 to 1.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
    void strengthOutOfRangeIsRefused(double strength) {
        assertRefused(
                () -> start("euler", "leading", 10, 0).startCall(strength),
                "Strength is " + strength + "; choose a number above 0 and at most 1.");
    }

    @Test
    void aStrengthThatLeavesNoStepIsRefused() {
        assertRefused(
                () -> start("euler", "leading", 4, 0).startCall(0.2),
                "Strength 0.2 of 4 steps leaves no step to run; raise the strength or the steps.");
    }

    @ParameterizedTest
    @CsvSource({
        "euler, 10, 0.6, 4", "euler, 10, 1, 0", "euler, 10, 0.1, 9", "heun, 10, 0.6, 8",
        "heun, 10, 0.1, 18", "dpmpp-sde, 4, 0.5, 4", "lcm, 4, 0.5, 2", "ddim, 100, 0.29, 72"
    })
    void strengthLeavesOutTheFirstSteps(String sampler, int steps, double strength, int call) {
        assertThat(start(sampler, "leading", steps, 0).startCall(strength)).isEqualTo(call);
    }

    @Test
    void callsComeInOrder() {
        float[] latent = {1, 2, 3};
        SamplerRun run = start("heun", "karras", 5, 0);
        NoiseSource none = count -> new float[count];
        assertThatIllegalStateException()
                .as("the second half of a step")
                .isThrownBy(() -> run.step(latent, 1, latent, none));
        run.step(latent, 2, latent, none);
        assertThatIllegalStateException().isThrownBy(() -> run.step(latent, 2, latent, none));
        assertThatIllegalStateException().isThrownBy(() -> run.step(latent, 4, latent, none));
        run.step(latent, 3, latent, none);
    }

    @Test
    void latentsOfDifferentSizesAreRefused() {
        SamplerRun run = start("euler", "karras", 5, 0);
        assertThatThrownBy(() -> run.step(new float[4], 0, new float[5], float[]::new))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenArraysStayAsTheyAre() {
        Stream.of("euler", "heun", "dpmpp-2m", "dpmpp-sde", "unipc", "lcm")
                .map(sampler -> start(sampler, "karras", 5, 1))
                .forEach(run -> {
                    float[] latent = {1, 2, 3};
                    float[] output = {0.5f, 0.25f, -1};
                    run.timesteps()[0] = -1;
                    run.sigmas()[0] = -1;
                    run.step(output, 0, latent, new TorchRandom(1));
                    assertThat(latent).containsExactly(1, 2, 3);
                    assertThat(output).containsExactly(0.5f, 0.25f, -1);
                    assertThat(run.timesteps()[0]).isPositive();
                    assertThat(run.sigmas()[0]).isPositive();
                });
    }

    private static SamplerRun start(String sampler, String schedule, int steps, double eta) {
        return Samplers.start(SchedulerConfig.SDXL, sampler, schedule, steps, eta);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(AtelierException.class).hasMessage(message);
    }
}
