package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.generation.PredictionType;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every sampler owes with every schedule, whoever adds one. */
class SamplerContractTest {

    private static final List<SchedulerConfig> MODELS =
            List.of(
                    SchedulerConfig.SDXL,
                    SchedulerConfig.SDXL.withPrediction(PredictionType.V_PREDICTION),
                    SchedulerConfig.SDXL
                            .withPrediction(PredictionType.V_PREDICTION)
                            .withZeroTerminalSnr(true),
                    SchedulerConfig.SDXL.withZeroTerminalSnr(true));

    @TestFactory
    Stream<DynamicTest> staysFiniteAtAnyNumberOfSteps() {
        return pairs((sampler, schedule) -> {
            for (SchedulerConfig config : MODELS) {
                for (int steps = 1; steps <= 50; steps++) {
                    SamplerRun run = start(config, sampler, schedule, steps);
                    float[] end = fromNoise(run, config.prediction(), 1, 16);
                    assertFinite(end, config + " at " + steps + " steps");
                }
            }
        });
    }

    /** 1 to 50, and the most there can be; LCM ends at 50. */
    private static int[] stepCounts(SamplerType sampler) {
        IntStream most = sampler.id().equals("lcm") ? IntStream.empty() : IntStream.of(999, 1000);
        return IntStream.concat(IntStream.rangeClosed(1, 50), most).toArray();
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameImageForTheSameSeed() {
        return pairs((sampler, schedule) -> {
            float[] first = fromNoise(sdxl(sampler, schedule, 12), 5);
            assertThat(fromNoise(sdxl(sampler, schedule, 12), 5)).containsExactly(first);
            assertThat(fromNoise(sdxl(sampler, schedule, 12), 6)).isNotEqualTo(first);
        });
    }

    @TestFactory
    Stream<DynamicTest> fallsFromItsFirstNoiseToNone() {
        return pairs((sampler, schedule) -> {
            for (int steps : new int[] {1, 7, 20, 50}) {
                SamplerRun run = sdxl(sampler, schedule, steps);
                double[] sigmas = run.sigmas();
                double[] timesteps = run.timesteps();
                assertThat(timesteps).hasSize(run.calls());
                assertThat(sigmas).hasSize(run.calls() + 1);
                assertThat(run.stepOf(run.calls() - 1)).isEqualTo(steps - 1);
                for (int call = 0; call < run.calls(); call++) {
                    assertThat(timesteps[call]).isBetween(0.0, 999.0);
                    assertThat(sigmas[call]).isPositive();
                }
                for (int call = 1; call < run.calls(); call++) {
                    assertThat(sigmas[call]).isLessThanOrEqualTo(sigmas[call - 1]);
                    assertThat(timesteps[call]).isLessThanOrEqualTo(timesteps[call - 1]);
                }
                assertThat(sigmas[run.calls()]).isEqualTo(end(sampler, schedule));
                assertThat(run.initialSigma()).isPositive().isFinite();
            }
        });
    }

    /** DDIM over training steps keeps the noise of the first, as SDXL's configuration asks. */
    private static double end(SamplerType sampler, ScheduleType schedule) {
        boolean keepsNoise =
                sampler.id().equals("ddim")
                        && List.of("leading", "trailing", "linspace").contains(schedule.id());
        return keepsNoise ? NoiseSchedule.of(SchedulerConfig.SDXL).sigma(0) : 0;
    }

    @TestFactory
    Stream<DynamicTest> findsDataThatAreASinglePoint() {
        return pairs((sampler, schedule) -> {
            for (SchedulerConfig config : MODELS.subList(0, 3)) {
                assertFindsThePoint(config, sampler, schedule, 1);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> findsThemFromANoisyPicture() {
        return pairs((sampler, schedule) -> {
            assertFindsThePoint(SchedulerConfig.SDXL, sampler, schedule, 0.5);
            assertFindsThePoint(SchedulerConfig.SDXL, sampler, schedule, 0.25);
        });
    }

    private static void assertFindsThePoint(
            SchedulerConfig config, SamplerType sampler, ScheduleType schedule, double strength) {
        float point = 0.7f;
        GaussianModel model = new GaussianModel(point, 0, config.prediction());
        SamplerRun run = start(config, sampler, schedule, 20);
        int from = run.startCall(strength);
        float[] clean = new float[64];
        Arrays.fill(clean, point);
        float[] start = run.addNoise(clean, new TorchRandom(1).normal(64), from);
        float[] end = model.sample(run, from, start, new TorchRandom(2));
        double noise = run.sigmas()[run.calls()] + traceLeft(sampler, schedule);
        assertThat(end).containsExactly(clean, within((float) (4.5 * noise) + 5e-3f));
    }

    /**
     * DDIM's steps are a whole number of training steps, as in diffusers; linspace's are not, so
     * that each begins a little below where the one before ended, and a trace of noise stays.
     */
    private static double traceLeft(SamplerType sampler, ScheduleType schedule) {
        return sampler.id().equals("ddim") && schedule.id().equals("linspace") ? 0.04 : 0;
    }

    @TestFactory
    Stream<DynamicTest> comesCloserToNormalDataWithMoreSteps() {
        return pairs((sampler, schedule) -> {
            // LCM is for models that were distilled to jump along the path; the perfect
            // model jumps to the mean instead.
            if (!sampler.id().equals("lcm")) {
                double coarse = distance(sampler, schedule, 10);
                double fine = distance(sampler, schedule, 40);
                assertThat(fine).isLessThan(0.17).isLessThan(0.6 * coarse + 0.005);
            }
        });
    }

    /** For samplers that draw noise, by mean and deviation; else value by value along the path. */
    private static double distance(SamplerType sampler, ScheduleType schedule, int steps) {
        GaussianModel model = new GaussianModel(0.3, 0.5, PredictionType.EPSILON);
        SamplerRun run = sdxl(sampler, schedule, steps);
        float[] z = new TorchRandom(1).normal(1 << 14);
        int[] draws = {0};
        TorchRandom noise = new TorchRandom(2);
        float[] end =
                model.sample(
                        run,
                        0,
                        model.start(run, 0, z),
                        count -> {
                            draws[0]++;
                            return noise.normal(count);
                        });
        double worst = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < z.length; i++) {
            double exact = model.onPath(z[i], run.sigmas()[run.calls()]);
            worst = Math.max(worst, Math.abs(end[i] - exact));
            mean += end[i] / (double) z.length;
            squares += (double) end[i] * end[i] / z.length;
        }
        double deviation = Math.sqrt(squares - mean * mean);
        return draws[0] == 0 ? worst : Math.abs(mean - 0.3) + Math.abs(deviation - 0.5);
    }

    @TestFactory
    Stream<DynamicTest> agreesWithItselfOnScalesAndPreviews() {
        return pairs((sampler, schedule) -> {
            SamplerRun run = sdxl(sampler, schedule, 9);
            GaussianModel model = new GaussianModel(0.3, 0.5, PredictionType.EPSILON);
            float[] clean = {0.5f, -2, 0.1f};
            float[] noise = {1, 0.25f, -1.5f};
            for (int call = 0; call < run.calls(); call++) {
                NoiseLevel level = new NoiseLevel(run.sigmas()[call]);
                float[] sample = run.addNoise(clean, noise, call);
                float[] input =
                        LinearCombination.of(level.alpha(), clean)
                                .plus(level.noise(), noise)
                                .toFloats();
                assertThat(run.scaleInput(sample, call)).containsExactly(input, within(1e-5f));
                // Told the very noise, the sampler sees through it.
                assertThat(run.denoised(noise, call, sample)).containsExactly(clean, within(1e-4f));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> heedsTheScheduleOrSaysThatItDoesNot() {
        return Samplers.all().stream()
                .map(sampler ->
                        DynamicTest.dynamicTest(
                                sampler.id(),
                                () -> {
                                    long different =
                                            Schedules.all().stream()
                                                    .map(s -> sdxl(sampler, s, 10))
                                                    .map(run -> Arrays.toString(run.sigmas()))
                                                    .distinct()
                                                    .count();
                                    assertThat(different)
                                            .isEqualTo(
                                                    sampler.usesSchedule()
                                                            ? Schedules.all().size()
                                                            : 1);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> heedsEtaOrSaysThatItDoesNot() {
        return Samplers.all().stream()
                .map(sampler ->
                        DynamicTest.dynamicTest(
                                sampler.id(),
                                () -> {
                                    float[] none = withEta(sampler, 0);
                                    float[] full = withEta(sampler, 1);
                                    assertThat(Arrays.equals(none, full))
                                            .isEqualTo(!sampler.usesEta());
                                    assertThat(sampler.defaultEta())
                                            .isBetween(0.0, sampler.usesEta() ? 1.0 : 0.0);
                                }));
    }

    private static float[] withEta(SamplerType sampler, double eta) {
        SamplerRun run = Samplers.start(SchedulerConfig.SDXL, sampler.id(), "karras", 10, eta);
        return fromNoise(run, 1);
    }

    private static Stream<DynamicTest> pairs(BiConsumer<SamplerType, ScheduleType> check) {
        return Samplers.all().stream()
                .flatMap(sampler ->
                        Schedules.all().stream()
                                .map(schedule ->
                                        DynamicTest.dynamicTest(
                                                sampler.id() + " × " + schedule.id(),
                                                () -> check.accept(sampler, schedule))));
    }

    private static SamplerRun sdxl(SamplerType sampler, ScheduleType schedule, int steps) {
        return start(SchedulerConfig.SDXL, sampler, schedule, steps);
    }

    private static SamplerRun start(
            SchedulerConfig config, SamplerType sampler, ScheduleType schedule, int steps) {
        return Samplers.start(config, sampler.id(), schedule.id(), steps, sampler.defaultEta());
    }

    private static float[] fromNoise(SamplerRun run, long seed) {
        return fromNoise(run, PredictionType.EPSILON, seed, 64);
    }

    private static float[] fromNoise(
            SamplerRun run, PredictionType prediction, long seed, int values) {
        TorchRandom noise = new TorchRandom(seed);
        float[] start = LinearCombination.of(run.initialSigma(), noise.normal(values)).toFloats();
        return new GaussianModel(0.3, 0.5, prediction).sample(run, 0, start, noise);
    }

    private static void assertFinite(float[] values, String what) {
        for (float value : values) {
            assertThat(value).as(what).isFinite();
        }
    }
}
