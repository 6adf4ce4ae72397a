package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Guidance and sampling of the reference's pipeline runs, from the model outputs recorded there: no
 * network runs here. Runs that start from a picture have no recorded start; of them the steps, and
 * where there is a mask the latents outside it, are compared.
 */
@Tag("reference")
class PipelineSamplingReferenceTest {

    private final Reference reference = Reference.of("pipeline");
    private final Reference.Tensors tensors = reference.tensors("tensors.safetensors");

    @TestFactory
    Stream<DynamicTest> runsAgree() {
        JsonNode runs = reference.manifest().path("runs");
        assertThat(runs.isEmpty()).isFalse();
        return runs.propertyStream()
                .map(run ->
                        DynamicTest.dynamicTest(
                                run.getKey(), () -> agrees(run.getKey(), run.getValue())));
    }

    private void agrees(String id, JsonNode entry) {
        JsonNode call = entry.path("call");
        SamplerRun first = start(entry);
        int begin = call.has("strength") ? first.startCall(call.path("strength").asDouble()) : 0;
        double[] timesteps = first.timesteps();
        assertThat(Arrays.copyOfRange(timesteps, begin, timesteps.length))
                .containsExactly(tensors.doubles(id + "/timesteps"));

        if (tensors.names().contains(id + "/latent_mask")) {
            keepsThePictureOutsideTheMask(id, first, begin);
        }
        if (!call.has("strength")) {
            boolean batch = call.path("prompt").isArray();
            String latents = batch ? "latents_batch" : "latents";
            int images = tensors.shape(latents).getFirst().intValue();
            for (int image = 0; image < images; image++) {
                latentsAgree(id, entry, latents, image, images);
            }
        }
    }

    private static SamplerRun start(JsonNode entry) {
        DiffusersScheduler ours =
                DiffusersScheduler.of(
                        entry.path("scheduler").asString(), entry.path("scheduler_config"));
        return Samplers.start(
                ours.config(),
                ours.sampler(),
                ours.schedule(),
                entry.path("call").path("num_inference_steps").asInt(),
                Samplers.get(ours.sampler()).defaultEta());
    }

    private void latentsAgree(String id, JsonNode entry, String latents, int image, int images) {
        JsonNode call = entry.path("call");
        double guidance = call.path("guidance_scale").asDouble();
        double rescale = call.path("guidance_rescale").asDouble(0);
        float[] starts = tensors.floats(latents);
        int size = starts.length / images;
        float[] outputs = tensors.floats(id + "/model_out");
        float[] steps = tensors.floats(id + "/latents_steps");
        ReplayedNoise noise =
                new ReplayedNoise(
                        tensors.names().contains(id + "/noise")
                                ? tensors.floats(id + "/noise")
                                : new float[0]);
        SamplerRun run = start(entry);
        int rows = outputs.length / run.calls() / size;
        assertThat(rows).isEqualTo(guidance > 1 ? 2 * images : images);

        float[] sample =
                LinearCombination.of(run.initialSigma(), row(starts, size, image)).toFloats();
        for (int step = 0; step < run.calls(); step++) {
            float[] output = row(outputs, size, step * rows + image);
            if (guidance > 1) {
                float[] positive = row(outputs, size, step * rows + images + image);
                output = Guidance.combine(output, positive, guidance);
                output = Guidance.rescale(output, positive, rescale);
            }
            sample = run.step(output, step, sample, noise);
            tensors.assertClose(
                    id + " latents of image " + image + " after step " + step,
                    row(steps, size, step * images + image),
                    sample);
        }
    }

    /** Outside the mask each latent is the picture's, noised for the next call; at last clean. */
    private void keepsThePictureOutsideTheMask(String id, SamplerRun run, int begin) {
        float[] steps = tensors.floats(id + "/latents_steps");
        float[] noise = tensors.floats(id + "/noise.1");
        float[] mask = tensors.floats(id + "/latent_mask");
        int size = noise.length;
        int count = run.calls() - begin;
        float[] picture = row(steps, size, count - 1);
        for (int step = 0; step < count - 1; step++) {
            float[] got = run.addNoise(picture, noise, begin + step + 1);
            float[] want = row(steps, size, step);
            for (int i = 0; i < size; i++) {
                if (mask[i % mask.length] != 0) {
                    got[i] = want[i];
                }
            }
            tensors.assertClose(id + " outside the mask after step " + step, want, got);
        }
        assertThat(mask).contains(0f, 1f);
    }

    private static float[] row(float[] values, int size, int row) {
        return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }
}
