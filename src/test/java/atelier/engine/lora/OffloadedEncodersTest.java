package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import atelier.model.generation.EmphasisMode;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapters on text encoders that leave the memory and come back. */
class OffloadedEncodersTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final String FC1 = "text_encoder.text_model.encoder.layers.0.mlp.fc1";
    private static final String FC2 = "text_encoder_2.text_model.encoder.layers.0.mlp.fc2";

    private static Lane lane;
    private static Torch torch;
    private static SdxlModel model;

    @TempDir private Path branchFolder;
    @TempDir private Path mergedFolder;

    private AdaptedModel adapted;
    private WeightedAdapter branch;
    private WeightedAdapter merged;

    @BeforeAll
    static void load() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
        model =
                lane.call(() ->
                        SdxlModel.load(
                                torch,
                                Checkpoint.open(MODEL),
                                ComputeType.FLOAT32,
                                new TokenizerFiles(Path.of("none")).open(MODEL),
                                ProgressListener.NONE,
                                new CancelToken()));
    }

    @AfterAll
    static void close() {
        lane.run(model::close);
        lane.run(torch::close);
        lane.close();
    }

    @BeforeEach
    void adapt() {
        adapted =
                lane.call(() ->
                        new AdaptedModel(
                                torch,
                                Map.of(
                                        Component.UNET, model.unet(),
                                        Component.TEXT_ENCODER_1, model.textEncoder1(),
                                        Component.TEXT_ENCODER_2, model.textEncoder2()),
                                KeyMap.unet(model.unet().config()),
                                ComputeType.FLOAT32));
        branch =
                TinyAdapted.adapter(
                        new AdapterBuilder()
                                .random(FC1 + ".lora_A.weight", 4, 32)
                                .random(FC1 + ".lora_B.weight", 64, 4)
                                .write(branchFolder),
                        1);
        merged =
                TinyAdapted.adapter(
                        new AdapterBuilder()
                                .random(FC1 + ".diff", 64, 32)
                                .random(FC1 + ".diff_b", 64)
                                .random(FC2 + ".diff_b", 48)
                                .write(mergedFolder),
                        1);
    }

    @AfterEach
    void remove() {
        lane.run(adapted::close);
    }

    private void use(WeightedAdapter... adapters) {
        lane.run(() -> adapted.use(List.of(adapters), new CancelToken()));
    }

    private static void offload() {
        assertThat(lane.call(model::offloadText)).as("they were in memory").isTrue();
    }

    private static TextStates encoded() {
        return lane.call(() ->
                model.text().encode(model.prompts().encode("a cat"), 0, EmphasisMode.NO_NORM));
    }

    @Test
    void adaptersActAsBeforeWhenTheEncodersComeBack() {
        TextStates plain = encoded();
        use(branch, merged);
        TextStates before = encoded();
        assertThat(before.context()).isNotEqualTo(plain.context());
        offload();
        TextStates after = encoded();
        assertThat(after.context()).isEqualTo(before.context());
        assertThat(after.pooled()).isEqualTo(before.pooled());
    }

    @Test
    void adaptersChangeWhileTheEncodersAreAway() {
        use(branch, merged);
        TextStates both = encoded();
        use();
        TextStates plain = encoded();

        offload();
        use(branch, merged);
        assertThat(encoded().context()).isEqualTo(both.context());

        offload();
        use();
        assertThat(encoded().context()).isEqualTo(plain.context());
        offload();
        assertThat(lane.call(model::offloadText)).as("they were in memory").isFalse();
    }
}
