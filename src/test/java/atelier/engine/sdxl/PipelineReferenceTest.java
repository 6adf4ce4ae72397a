package atelier.engine.sdxl;

import atelier.engine.sampler.DiffusersScheduler;
import atelier.engine.sampler.NoiseSource;
import atelier.engine.sampler.SamplerRun;
import atelier.engine.sampler.Samplers;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.torch.ComputeType;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The whole way from prompt to picture, step by step, against the reference's pipelines. */
@Tag("reference")
class PipelineReferenceTest {

    private static final MemoryLadder PLENTY = new MemoryLadder(() -> false, ProgressListener.NONE);

    private static TinySdxl tiny;
    private static UNet unet;
    private static LatentCodec codec;
    private static TextConditioner conditioner;
    private static SdxlPrompt prompts;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        codec = new LatentCodec(tiny.torch, tiny.vae(), ComputeType.FLOAT32);
        conditioner =
                new TextConditioner(
                        tiny.torch,
                        tiny.textEncoder("text_encoder"),
                        tiny.textEncoder("text_encoder_2"));
        prompts =
                new SdxlPrompt(
                        ClipTokenizer.open(
                                Reference.root().resolve("tiny-sdxl/tokenizer"),
                                TokenizerSlot.FIRST),
                        ClipTokenizer.open(
                                Reference.root().resolve("tiny-sdxl/tokenizer_2"),
                                TokenizerSlot.SECOND));
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @TestFactory
    Stream<DynamicTest> followsTheReferenceFromPromptToPicture() {
        Reference reference = Reference.of("pipeline");
        Tensors tensors = reference.tensors("tensors.safetensors");
        return reference
                .manifest()
                .get("runs")
                .propertyStream()
                .flatMap(run -> {
                    int batch =
                            run.getValue().get("call").get("prompt").isArray()
                                    ? run.getValue().get("call").get("prompt").size()
                                    : 1;
                    return Stream.iterate(0, i -> i < batch, i -> i + 1)
                            .map(image ->
                                    DynamicTest.dynamicTest(
                                            run.getKey() + " image " + image,
                                            () ->
                                                    tiny.lane.run(() ->
                                                            new Run(
                                                                            tensors,
                                                                            run.getKey(),
                                                                            run.getValue(),
                                                                            image,
                                                                            batch)
                                                                    .check())));
                });
    }

    /** One image of one run. */
    private static final class Run {

        private final Tensors tensors;
        private final String id;
        private final JsonNode run;
        private final JsonNode call;
        private final int image;
        private final int batch;

        Run(Tensors tensors, String id, JsonNode run, int image, int batch) {
            this.tensors = tensors;
            this.id = id;
            this.run = run;
            this.call = run.get("call");
            this.image = image;
            this.batch = batch;
        }

        void check() {
            List<Long> shape = tensors.shape(id + "/latents_steps");
            int height = shape.get(3).intValue();
            int width = shape.get(4).intValue();
            DiffusersScheduler scheduler =
                    DiffusersScheduler.of(
                            run.get("scheduler").asString(), run.get("scheduler_config"));
            SamplerRun sampler =
                    Samplers.start(
                            scheduler.config(),
                            scheduler.sampler(),
                            scheduler.schedule(),
                            call.get("num_inference_steps").asInt(),
                            1);
            double guidance = call.get("guidance_scale").asDouble();
            TextStates positive =
                    states(text("prompt"), text("prompt_2"), call.path("clip_skip").asInt(0));
            try (GuidedPrediction prediction =
                    new GuidedPrediction(
                            tiny.torch,
                            unet,
                            ComputeType.FLOAT32,
                            positive,
                            guidance > 1 ? negative(positive) : null,
                            sizes(height, width),
                            guidance,
                            call.path("guidance_rescale").asDouble(0),
                            PLENTY)) {
                sampleAndCompare(sampler, prediction, height, width);
            }
        }

        private void sampleAndCompare(
                SamplerRun sampler, GuidedPrediction prediction, int height, int width) {
            int size = codec.channels() * height * width;
            boolean hasImage = call.has("strength");
            int first = hasImage ? sampler.startCall(call.get("strength").asDouble()) : 0;
            float[] noise =
                    hasImage
                            ? tensors.floats(id + "/noise.1")
                            : row("latents" + (batch > 1 ? "_batch" : ""), size);
            float[] clean = hasImage ? encoded() : new float[0];
            boolean full = first == 0;
            float[] start =
                    hasImage && !full
                            ? sampler.addNoise(clean, noise, first)
                            : scaled(noise, sampler.initialSigma());
            Inpainting inpainting =
                    id.startsWith("inpaint")
                            ? new Inpainting(
                                    clean,
                                    noise,
                                    LatentMask.of(tensors.floats("mask"), 8 * height, 8 * width, 8))
                            : null;
            if (inpainting != null && tensors.names().contains(id + "/latent_mask")) {
                tensors.assertClose(
                        id + "/latent_mask",
                        LatentMask.of(tensors.floats("mask"), 8 * height, 8 * width, 8));
            }
            int[] step = {0};
            float[] latents =
                    new LatentSampler(prediction, height, width)
                            .sample(
                                    sampler,
                                    first,
                                    start,
                                    noises(size),
                                    inpainting,
                                    (at, after, denoised) -> {
                                        int row = step[0]++ * batch + image;
                                        tensors.assertClose(
                                                id + " latents after step " + step[0],
                                                rowOf(id + "/latents_steps", row, size),
                                                after);
                                        assertEquals(
                                                tensors.floats(id + "/timesteps")[step[0] - 1],
                                                sampler.timesteps()[at]);
                                    },
                                    new CancelToken());
            float[] picture =
                    codec.decode(latents, height, width, false, PLENTY, new CancelToken());
            tensors.assertClose(
                    id + "/image", rowOf(id + "/image", image, picture.length), picture);
        }

        private static void assertEquals(double want, double got) {
            if (Math.abs(want - got) > 1e-3) {
                throw new AssertionError("timestep " + got + " instead of " + want);
            }
        }

        private TextStates negative(TextStates positive) {
            String text = text("negative_prompt");
            // diffusers skips layers for the prompt alone; A1111 and ComfyUI, which Atelier
            // follows, for both.
            return text == null ? positive.zeros() : states(text, text("negative_prompt_2"), 0);
        }

        private TextStates states(String text, String second, int clipSkip) {
            PromptChunks.Chunk one = prompts.truncated(text);
            PromptChunks.Chunk two = second == null ? one : prompts.truncated(second);
            PromptChunks chunks =
                    new PromptChunks(List.of(new PromptChunks.Chunk(one.one(), two.two())));
            return conditioner.encode(chunks, clipSkip, EmphasisMode.NO_NORM);
        }

        private String text(String name) {
            JsonNode value = call.path(name);
            if (value.isArray()) {
                value = value.get(image);
            }
            return value.isString() ? value.asString() : null;
        }

        private SizeConditioning sizes(int height, int width) {
            int[] original = pair("original_size", 8 * height, 8 * width);
            int[] crop = pair("crops_coords_top_left", 0, 0);
            int[] target = pair("target_size", 8 * height, 8 * width);
            return new SizeConditioning(
                    original[0], original[1], crop[0], crop[1], target[0], target[1]);
        }

        private int[] pair(String name, int first, int second) {
            JsonNode value = call.path(name);
            return value.isArray()
                    ? new int[] {value.get(0).asInt(), value.get(1).asInt()}
                    : new int[] {first, second};
        }

        private float[] encoded() {
            float[] pixels = tensors.floats("image_u8");
            List<Long> shape = tensors.shape("image_u8");
            int height = shape.get(0).intValue();
            int width = shape.get(1).intValue();
            float[] planes = new float[pixels.length];
            for (int i = 0; i < height * width; i++) {
                for (int c = 0; c < 3; c++) {
                    planes[c * height * width + i] = pixels[3 * i + c] / 127.5f - 1;
                }
            }
            return codec.encode(planes, height, width, false, PLENTY, new CancelToken())
                    .sample(tensors.floats(id + "/noise.0"), codec.scalingFactor());
        }

        private NoiseSource noises(int size) {
            if (!tensors.names().contains(id + "/noise")) {
                return count -> {
                    throw new AssertionError("the reference drew no noise");
                };
            }
            List<float[]> rows = new ArrayList<>();
            for (int i = 0; i < tensors.shape(id + "/noise").getFirst(); i++) {
                rows.add(rowOf(id + "/noise", i, size));
            }
            return count -> rows.removeFirst();
        }

        private float[] row(String name, int size) {
            return rowOf(name, image, size);
        }

        private float[] rowOf(String name, int row, int size) {
            return Arrays.copyOfRange(tensors.floats(name), row * size, (row + 1) * size);
        }

        private static float[] scaled(float[] values, double factor) {
            float[] scaled = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                scaled[i] = (float) (values[i] * factor);
            }
            return scaled;
        }
    }
}
