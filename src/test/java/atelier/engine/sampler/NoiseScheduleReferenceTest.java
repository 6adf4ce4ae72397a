package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The training side of the reference: β, ᾱ, SNR, noised latents, v targets, zero terminal SNR. */
@Tag("reference")
class NoiseScheduleReferenceTest {

    private final Reference reference = Reference.of("schedulers");
    private final Reference.Tensors tensors = reference.tensors("tensors.safetensors");

    @TestFactory
    Stream<DynamicTest> trainingTensorsAgree() {
        return tensors.names().stream()
                .filter(name -> name.startsWith("train/"))
                .filter(name -> !isInput(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> agrees(name)));
    }

    private static boolean isInput(String name) {
        return name.equals("train/x0")
                || name.equals("train/noise")
                || name.equals("train/timesteps");
    }

    private void agrees(String name) {
        NoiseSchedule noise = NoiseSchedule.of(config(name.startsWith("train/zsnr/")));
        switch (name.substring(name.lastIndexOf('/') + 1)) {
            case "betas" -> curveAgrees(name, noise, noise::beta);
            case "alphas_cumprod" -> curveAgrees(name, noise, noise::alphaCumprod);
            case "snr" -> curveAgrees(name, noise, noise::snr);
            case "noisy" -> latentsAgree(name, noise::addNoise);
            case "v" -> latentsAgree(name, noise::velocity);
            default -> throw new AssertionError("nothing of ours gives " + name);
        }
    }

    /** The noise that the reference's samplers have, too; its training part does not repeat it. */
    private SchedulerConfig config(boolean zeroTerminalSnr) {
        JsonNode first =
                reference.manifest().path("schedulers").valueStream().findFirst().orElseThrow();
        return SchedulerConfigReader.read("reference", first.path("config"))
                .withZeroTerminalSnr(zeroTerminalSnr);
    }

    private void curveAgrees(String name, NoiseSchedule noise, IntToDoubleFunction curve) {
        float[] got = new float[noise.trainSteps()];
        for (int t = 0; t < got.length; t++) {
            got[t] = (float) curve.applyAsDouble(t);
        }
        tensors.assertClose(name, got);
    }

    private interface Mix {
        float[] apply(float[] clean, float[] noise, int t);
    }

    private void latentsAgree(String name, Mix mix) {
        float[] clean = tensors.floats("train/x0");
        float[] noise = tensors.floats("train/noise");
        long[] timesteps = tensors.longs("train/timesteps");
        int size = clean.length / timesteps.length;
        float[] got = new float[clean.length];
        for (int row = 0; row < timesteps.length; row++) {
            int from = row * size;
            float[] mixed =
                    mix.apply(
                            Arrays.copyOfRange(clean, from, from + size),
                            Arrays.copyOfRange(noise, from, from + size),
                            (int) timesteps[row]);
            System.arraycopy(mixed, 0, got, from, size);
        }
        assertThat(size).isPositive();
        tensors.assertClose(name, got);
    }
}
