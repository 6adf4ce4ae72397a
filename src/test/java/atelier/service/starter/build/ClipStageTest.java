package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.sdxl.TextEmbedder;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.weights.Component;
import atelier.engine.weights.NetworkFolder;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderFolder;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.starter.StarterBuildOrder;
import atelier.model.training.RunPausedException;
import atelier.service.job.Accelerator;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CLIP's stage in tiny sizes. */
class ClipStageTest {

    private static final String RECIPE =
            """
            {"format": 1, "seed": 7, "stages": [
              {"name": "clip", "type": "clip", "begin": "random", "steps": 3,
               "learningRate": 0.01, "warmUp": 0, "schedule": "constant", "weightDecay": 0,
               "beta2": 0.99, "maxGradientNorm": 1, "emaDecay": 0, "precision": "fp32",
               "saveEvery": 1, "logEvery": 1,
               "settings": {"vocabulary": 640, "captions": 60, "widths": [16, 24], "layers": 2,
                            "headWidth": 8, "towerStride": 4, "towerChannels": [8, 8],
                            "towerBlocks": [1, 0], "towerGroups": 2, "towerGrid": 2, "side": 32, "shift": 2,
                            "pictures": 6, "heldOut": 32, "traitShare": 1, "batch": 3}}]}
            """;

    private static Accelerator accelerator;
    private static StarterBuildService service;

    @TempDir private static Path folder;
    private static BuiltStage whole;

    @BeforeAll
    static void build() throws IOException {
        accelerator = new Accelerator();
        service = new StarterBuildService(accelerator);
        whole = build(RECIPE, "whole", false, ProgressListener.NONE, new CancelToken());
    }

    @AfterAll
    static void stop() {
        accelerator.close();
    }

    private static BuiltStage build(
            String recipe,
            String out,
            boolean resume,
            ProgressListener progress,
            CancelToken cancel)
            throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.json"), recipe);
        List<BuiltStage> built = new ArrayList<>();
        service.build(
                new StarterBuildOrder(
                        file, folder.resolve(out), List.of(), null, resume, DeviceChoice.CPU),
                built::add,
                progress,
                cancel);
        return built.getFirst();
    }

    private static Map<String, String> hashes(String out) throws IOException {
        Path model = folder.resolve(out);
        try (Stream<Path> files = Files.walk(model)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(model))
                    .collect(
                            Collectors.toMap(
                                    file -> model.relativize(file).toString(), Sha256::ofFile));
        }
    }

    @Test
    void stoppedAndGoneOnWithItGivesTheSameFiles() throws IOException {
        CancelToken cancel = new CancelToken();
        ProgressListener stop =
                progress -> {
                    if (progress.stage().equals("Training clip") && progress.done() == 2) {
                        cancel.cancel();
                    }
                };
        assertThatThrownBy(() -> build(RECIPE, "stopped", false, stop, cancel))
                .isInstanceOf(RunPausedException.class);
        build(RECIPE, "stopped", true, ProgressListener.NONE, new CancelToken());
        assertThat(hashes("whole"))
                .isEqualTo(hashes("stopped"))
                .containsKeys(
                        "clip/picture_tower.onnx",
                        "text_encoder/model.fp16.safetensors",
                        "text_encoder_2/config.json",
                        "tokenizer/vocab.json",
                        "tokenizer_2/merges.txt");
    }

    @Test
    void theEncodersAreSdxls() {
        NetworkFolder model = new NetworkFolder(folder.resolve("whole"));
        TextEncoderConfig one = model.textEncoder(Component.TEXT_ENCODER_1);
        TextEncoderConfig two = model.textEncoder(Component.TEXT_ENCODER_2);
        assertThat(one)
                .isEqualTo(
                        new TextEncoderConfig(
                                2,
                                16,
                                2,
                                64,
                                77,
                                one.vocabularySize(),
                                TextEncoderConfig.Activation.QUICK_GELU,
                                0));
        assertThat(two.activation()).isEqualTo(TextEncoderConfig.Activation.GELU);
        assertThat(two.projectionSize()).isEqualTo(24);
        assertThat(whole.figures())
                .containsEntry("heldOutPictures", 32)
                .containsKeys("captionAmong32", "pictureAmong32", "parameters");
    }

    @Test
    void textsAreComparedByTheSecondEncoderAlone() {
        Path model = folder.resolve("whole");
        SdxlPrompt prompt = new TokenizerFiles(model.resolve("none")).open(model);
        accelerator.call(
                DeviceChoice.CPU,
                (torch, device) -> {
                    CancelToken cancel = new CancelToken();
                    try (TextEmbedder texts =
                            TextEmbedder.load(
                                    torch,
                                    TextEncoderFolder.open(model, Component.TEXT_ENCODER_2),
                                    prompt.two(),
                                    cancel)) {
                        float[] found = texts.embed("green eyes");
                        assertThat(found).hasSize(24).isEqualTo(texts.embed("Green  eyes"));
                        assertThat(texts.embed("blue eyes")).isNotEqualTo(found);
                    }
                    TextEncoderFolder first =
                            TextEncoderFolder.open(model, Component.TEXT_ENCODER_1);
                    ClipTokenizer tokenizer = prompt.one();
                    assertThatThrownBy(() -> TextEmbedder.load(torch, first, tokenizer, cancel))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageStartingWith("The first text encoder has no projection");
                    return null;
                });
    }

    /** With a learning rate that fp16 cannot see, so that all weights come back as they were. */
    @Test
    void aFurtherStageGoesOnWithTheWeightsThatWereWritten() throws IOException {
        String further =
                RECIPE.replace("\"random\"", "\"model\"")
                        .replace("\"name\": \"clip\"", "\"name\": \"clip-2\"")
                        .replace("0.01", "1e-12");
        Path out = Files.createDirectories(folder.resolve("further"));
        try (Stream<Path> files = Files.walk(folder.resolve("whole"))) {
            for (Path file : files.toList()) {
                Path to = out.resolve(folder.resolve("whole").relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Map<String, String> before = hashes("further");
        build(further, "further", false, ProgressListener.NONE, new CancelToken());
        assertThat(hashes("further")).isEqualTo(before);
        assertThat(out.resolve("summary-clip-2.json")).exists();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> built("\"heldOut\": 32", "\"heldOut\": 31"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("too few are held out");
        assertThatThrownBy(() -> built("\"headWidth\": 8", "\"headWidth\": 7"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("headWidth does not divide both widths");
    }

    private static void built(String entry, String other) throws IOException {
        assertThat(RECIPE).contains(entry);
        build(
                RECIPE.replace(entry, other),
                "refused" + other.hashCode(),
                false,
                ProgressListener.NONE,
                new CancelToken());
    }
}
