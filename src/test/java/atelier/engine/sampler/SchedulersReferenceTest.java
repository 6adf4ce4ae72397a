package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.reference.Reference;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every scheduler configuration of the reference at every number of steps it was run with. */
@Tag("reference")
class SchedulersReferenceTest {

    private final Reference reference = Reference.of("schedulers");
    private final Reference.Tensors tensors = reference.tensors("tensors.safetensors");

    @TestFactory
    Stream<DynamicNode> trajectoriesAgree() {
        JsonNode schedulers = reference.manifest().path("schedulers");
        assertThat(schedulers.isEmpty()).isFalse();
        return schedulers.propertyStream().flatMap(this::runs);
    }

    private Stream<DynamicNode> runs(Map.Entry<String, JsonNode> scheduler) {
        JsonNode entry = scheduler.getValue();
        assertThat(entry.path("runs").isEmpty()).isFalse();
        return entry.path("runs")
                .propertyStream()
                .map(run ->
                        DynamicTest.dynamicTest(
                                scheduler.getKey() + " at " + run.getKey() + " steps",
                                () -> agrees(scheduler.getKey(), entry, run)));
    }

    private void agrees(String id, JsonNode scheduler, Map.Entry<String, JsonNode> entry) {
        DiffusersScheduler ours =
                DiffusersScheduler.of(scheduler.path("class").asString(), scheduler.path("config"));
        JsonNode expected = entry.getValue();
        String prefix = id + "/" + entry.getKey() + "/";
        double eta = expected.path("eta").asDouble(Samplers.get(ours.sampler()).defaultEta());
        SamplerRun run =
                Samplers.start(
                        ours.config(),
                        ours.sampler(),
                        ours.schedule(),
                        Integer.parseInt(entry.getKey()),
                        eta);

        assertThat(run.calls()).isEqualTo(expected.path("steps").asInt());
        timestepsAgree(prefix + "timesteps", run.timesteps());
        if (tensors.names().contains(prefix + "sigmas")) {
            tensors.assertClose(prefix + "sigmas", floats(run.sigmas()));
        }
        double initial = expected.path("init_noise_sigma").asDouble();
        assertThat(run.initialSigma())
                .isCloseTo(initial, within(tensors.atol() + tensors.rtol() * initial));

        float[] noises =
                tensors.names().contains(prefix + "noise")
                        ? tensors.floats(prefix + "noise")
                        : new float[0];
        ReplayedNoise noise = new ReplayedNoise(noises);
        float[] trajectory = tensors.floats(prefix + "trajectory");
        float[] sample =
                LinearCombination.of(run.initialSigma(), tensors.floats("start")).toFloats();
        float[] visited = new float[trajectory.length];
        for (int call = 0; call < run.calls(); call++) {
            float[] output = madeUpModel(run.scaleInput(sample, call), run.timesteps()[call]);
            sample = run.step(output, call, sample, noise);
            System.arraycopy(sample, 0, visited, call * sample.length, sample.length);
            int end = (call + 1) * sample.length;
            tensors.assertClose(
                    prefix + "trajectory after call " + call,
                    Arrays.copyOfRange(trajectory, end - sample.length, end),
                    sample);
        }
        tensors.assertClose(prefix + "trajectory", visited);
        assertThat(noise.draws()).isEqualTo(expected.path("noises").asInt());
    }

    private void timestepsAgree(String name, double[] got) {
        double[] want = tensors.doubles(name);
        assertThat(got).hasSameSizeAs(want);
        boolean whole = Arrays.stream(want).allMatch(t -> t == Math.rint(t));
        double allowed = whole ? 0 : tensors.atol() + tensors.rtol() * want[0];
        for (int i = 0; i < want.length; i++) {
            assertThat(got[i]).as("%s[%d]", name, i).isCloseTo(want[i], within(allowed));
        }
    }

    /** The made-up model of the manifest. */
    private static float[] madeUpModel(float[] input, double timestep) {
        double slope = 0.3 * Math.cos(timestep / 300);
        double offset = 0.1 * Math.sin(timestep / 50);
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = (float) (slope * input[i] + offset);
        }
        return output;
    }

    private static float[] floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
