package atelier.engine.sdxl;

import static atelier.engine.sdxl.MemoryLadder.Rung.OFFLOADED_ENCODERS;
import static atelier.engine.sdxl.MemoryLadder.Rung.SPLIT_GUIDANCE;
import static atelier.engine.sdxl.MemoryLadder.Rung.TILED_DECODING;
import static atelier.engine.sdxl.MemoryLadder.Rung.TILED_ENCODING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.OutOfMemoryException;
import atelier.engine.weights.Checkpoint;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls that ask LibTorch for more memory than there is, until the rung is told that the test waits
 * for: as when another program ends at that moment.
 */
class MemoryLadderTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final String LAYER = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q";
    private static final String VAE_LAYER = "decoder.mid_block.attentions.0.to_q.";
    private static final String VAE_ENCODER_LAYER = "encoder.mid_block.attentions.0.to_q.";
    private static final int SIDE = 9;

    private static TinySdxl tiny;
    private SdxlModel model;

    @BeforeAll
    static void start() {
        tiny = new TinySdxl();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @BeforeEach
    void load() {
        model =
                tiny.lane.call(() ->
                        SdxlModel.load(
                                tiny.torch,
                                Checkpoint.open(MODEL),
                                ComputeType.FLOAT32,
                                new TokenizerFiles(Path.of("none")).open(MODEL),
                                ProgressListener.NONE,
                                new CancelToken()));
    }

    @AfterEach
    void free() {
        tiny.lane.run(model::close);
    }

    /** Sates a layer when a rung is told. */
    private static final class Relief implements ProgressListener {

        final List<String> notices = new ArrayList<>();
        private final GreedyLayer layer;
        private final MemoryLadder.Rung enough;

        Relief(GreedyLayer layer, MemoryLadder.Rung enough) {
            this.layer = layer;
            this.enough = enough;
        }

        @Override
        public void progressed(Progress progress) {}

        @Override
        public void noticed(String notice) {
            notices.add(notice);
            if (notice.equals(enough.notice())) {
                layer.sate();
            }
        }
    }

    private float[] image(String prompt, double guidance, ProgressListener progress) {
        GenerationRequest request =
                new GenerationRequest(
                        prompt,
                        "blurry",
                        64,
                        64,
                        null,
                        new SamplingSettings("euler", "leading", 2, guidance, 0, 0),
                        7,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        return tiny.lane.call(() -> {
            List<float[]> images = new ArrayList<>();
            new ImageGenerator(tiny.torch, model)
                    .generate(
                            request,
                            null,
                            false,
                            (seed, tiled, planes) -> images.add(planes),
                            progress,
                            new CancelToken());
            return images.getFirst();
        });
    }

    private GreedyLayer greedyUNet() {
        return tiny.lane.call(() -> new GreedyLayer(model.unet().layers().get(LAYER)));
    }

    @Test
    void firstPromptAndNegativePromptTakeTurns() {
        float[] expected = image("a cat", 5, ProgressListener.NONE);
        Relief relief = new Relief(greedyUNet(), SPLIT_GUIDANCE);
        assertThat(image("a cat", 5, relief)).containsExactly(expected, within(1e-4f));
        assertThat(relief.notices).containsExactly(SPLIT_GUIDANCE.notice());
        assertThat(tiny.lane.call(model::offloadText)).as("the encoders stayed").isTrue();
    }

    @Test
    void thenTheTextEncodersLeave() {
        float[] expected = image("a cat", 5, ProgressListener.NONE);
        Relief relief = new Relief(greedyUNet(), OFFLOADED_ENCODERS);
        assertThat(image("a cat", 5, relief)).containsExactly(expected, within(1e-4f));
        assertThat(relief.notices)
                .containsExactly(SPLIT_GUIDANCE.notice(), OFFLOADED_ENCODERS.notice());
        assertThat(tiny.lane.call(model::offloadText)).as("encoders were still there").isFalse();
    }

    @Test
    void withoutGuidanceNothingIsSplit() {
        float[] expected = image("a cat", 1, ProgressListener.NONE);
        Relief relief = new Relief(greedyUNet(), OFFLOADED_ENCODERS);
        assertThat(image("a cat", 1, relief)).isEqualTo(expected);
        assertThat(relief.notices).containsExactly(OFFLOADED_ENCODERS.notice());
    }

    @Test
    void encodersThatLeftAreReadForTheNextPromptAndLeaveAgain() {
        float[] expected = image("a dog", 1, ProgressListener.NONE);
        image("a cat", 1, new Relief(greedyUNet(), OFFLOADED_ENCODERS));
        Relief later = new Relief(tiny.lane.call(() -> new GreedyLayer()), OFFLOADED_ENCODERS);
        assertThat(image("a dog", 1, later)).isEqualTo(expected);
        assertThat(later.notices).isEmpty();
        assertThat(tiny.lane.call(model::offloadText)).as("encoders were still there").isFalse();
    }

    @Test
    void whereNothingHelpsTheFailureSaysSoInOneSentence() {
        GreedyLayer layer = greedyUNet();
        Relief relief = new Relief(layer, TILED_DECODING);
        assertThatThrownBy(() -> image("a cat", 5, relief))
                .isInstanceOf(OutOfMemoryException.class)
                .hasMessageMatching(
                        "There is not enough memory for sdxl/unet\\.\\w+: close other programs, or choose a smaller size, batch or rank.");
        assertThat(relief.notices)
                .containsExactly(SPLIT_GUIDANCE.notice(), OFFLOADED_ENCODERS.notice());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodingIsTiledFirstAndThenTheTextEncodersLeave(boolean tilesAreEnough) {
        tiny.lane.run(() -> {
            Map<String, NDArray> arrays = tiny.arrays("vae/diffusion_pytorch_model.safetensors");
            try (Vae vae = tiny.vae(arrays)) {
                LatentCodec codec = new LatentCodec(tiny.torch, vae, ComputeType.FLOAT32);
                float[] latents = new TorchRandom(7).normal(codec.channels() * SIDE * SIDE);
                MemoryLadder plenty = new MemoryLadder(() -> false, ProgressListener.NONE);
                float[] expected =
                        codec.decode(latents, SIDE, SIDE, true, plenty, new CancelToken());
                Relief relief =
                        new Relief(
                                new GreedyLayer(
                                        arrays.get(VAE_LAYER + "weight"),
                                        arrays.get(VAE_LAYER + "bias")),
                                tilesAreEnough ? TILED_DECODING : OFFLOADED_ENCODERS);
                MemoryLadder ladder = new MemoryLadder(model::offloadText, relief);
                assertThat(codec.decode(latents, SIDE, SIDE, false, ladder, new CancelToken()))
                        .isEqualTo(expected);
                assertThat(relief.notices)
                        .isEqualTo(
                                tilesAreEnough
                                        ? List.of(TILED_DECODING.notice())
                                        : List.of(
                                                TILED_DECODING.notice(),
                                                OFFLOADED_ENCODERS.notice()));
            }
        });
    }

    @Test
    void encodingIsTiledWhereMemoryIsShort() {
        tiny.lane.run(() -> {
            Map<String, NDArray> arrays = tiny.arrays("vae/diffusion_pytorch_model.safetensors");
            try (Vae vae = tiny.vae(arrays)) {
                LatentCodec codec = new LatentCodec(tiny.torch, vae, ComputeType.FLOAT32);
                int side = SIDE * codec.reduction();
                float[] picture = new TorchRandom(7).normal(3 * side * side);
                MemoryLadder plenty = new MemoryLadder(() -> false, ProgressListener.NONE);
                float[] expected =
                        codec.encode(picture, side, side, true, plenty, new CancelToken()).values();
                Relief relief =
                        new Relief(
                                new GreedyLayer(
                                        arrays.get(VAE_ENCODER_LAYER + "weight"),
                                        arrays.get(VAE_ENCODER_LAYER + "bias")),
                                TILED_ENCODING);
                MemoryLadder ladder = new MemoryLadder(model::offloadText, relief);
                assertThat(
                                codec.encode(picture, side, side, false, ladder, new CancelToken())
                                        .values())
                        .isEqualTo(expected);
                assertThat(relief.notices).containsExactly(TILED_ENCODING.notice());
            }
        });
    }
}
