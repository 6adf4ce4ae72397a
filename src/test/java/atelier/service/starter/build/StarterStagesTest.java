package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.NetworkFolder;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.StarterBuildOrder;
import atelier.reference.Reference;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortraits;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifier and UNet in tiny sizes, the UNet beside the other parts of the reference's model. */
class StarterStagesTest {

    private static final String RECIPE =
            """
            {"format": 1, "seed": 7, "stages": [
              {"name": "eye", "type": "classifier", "begin": "random", "steps": 3,
               "learningRate": 0.01, "warmUp": 0, "schedule": "constant", "weightDecay": 0,
               "beta2": 0.99, "maxGradientNorm": 1, "emaDecay": 0, "precision": "fp32",
               "saveEvery": 2, "logEvery": 1,
               "settings": {"stride": 2, "channels": [8, 8], "blocks": [1, 0], "groups": 2, "grid": 1, "smoothing": 0.1,
                            "side": 32, "shift": 2, "pictures": 6, "heldOut": 4, "batch": 3}},
              {"name": "hand", "type": "unet", "begin": "random", "steps": 3,
               "learningRate": 0.001, "warmUp": 0, "schedule": "constant", "weightDecay": 0,
               "beta2": 0.99, "maxGradientNorm": 1, "emaDecay": 0.9, "precision": "bf16",
               "saveEvery": 2, "logEvery": 1,
               "settings": {"widths": [16, 16, 32], "layersPerBlock": 1, "depths": [0, 1, 1],
                            "heads": [2, 2, 4], "normGroups": 4, "sizeWidth": 8, "side": 64,
                            "pictures": 4, "captions": 2, "leastSaid": 3, "mostSaid": 12, "batch": 2, "captionDropout": 0.3,
                            "minSnrGamma": 5, "debiasedEstimation": true, "faceWeight": 3, "timestepFocus": 0.5,
                            "generations": 2, "samplingSteps": 2,
                            "guidance": 3}}]}
            """;

    private static Accelerator accelerator;
    private static StarterBuildService service;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        accelerator = new Accelerator();
        service = new StarterBuildService(accelerator);
    }

    @AfterAll
    static void stop() {
        accelerator.close();
    }

    /** The recipe beside the parts that the UNet's stage needs. */
    private Path recipe() throws IOException {
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        Path model = Reference.root().resolve("tiny-sdxl");
        for (String part : ModelParts.BESIDE_THE_UNET) {
            Path to = Files.createDirectories(shipped.resolve(part));
            try (Stream<Path> files = Files.list(model.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(renamed(part, file)));
                }
            }
        }
        return Files.writeString(shipped.resolve("recipe.json"), RECIPE);
    }

    /** The stages write and read weights in fp16 files. */
    private static String renamed(String part, Path file) {
        String name = file.getFileName().toString();
        return part.equals("vae") ? name.replace(".safetensors", ".fp16.safetensors") : name;
    }

    private List<BuiltStage> build(Path recipe, String out, boolean resume, CancelToken cancel) {
        List<BuiltStage> built = new ArrayList<>();
        service.build(
                new StarterBuildOrder(
                        recipe, folder.resolve(out), List.of(), null, resume, DeviceChoice.CPU),
                built::add,
                ProgressListener.NONE,
                cancel);
        return built;
    }

    private List<String> hashes(String out) throws IOException {
        Path model = folder.resolve(out);
        return Stream.of(
                        new NetworkFolder(model).weights(Component.UNET),
                        model.resolve("classifier/model.onnx"))
                .map(Sha256::ofFile)
                .toList();
    }

    @Test
    void bothAreBuiltToTheSameBytesEachTimeAndTogetherAreAModel() throws IOException {
        Path recipe = recipe();
        List<BuiltStage> built = build(recipe, "one", false, new CancelToken());
        build(recipe, "two", false, new CancelToken());

        assertThat(hashes("one")).isEqualTo(hashes("two"));
        assertThat(Checkpoint.open(folder.resolve("one")).unet().blockOutChannels())
                .containsExactly(16, 16, 32);
        assertThat(built).extracting(BuiltStage::stage).containsExactly("eye", "hand");
        assertThat(built.getFirst().figures()).containsKeys("accuracy", "accuracies");
        assertThat(built.getLast().figures())
                .containsEntry("generations", 2)
                .containsKeys("meanShare", "leastShare", "meanShareRestored", "attributes");
        assertThat(folder.resolve("one/sheet-hand.png")).exists();
        assertThat(Files.readAllLines(folder.resolve("one/log-hand.jsonl"))).hasSize(3);
    }

    @Test
    void theUNetNeedsTheOtherParts() throws IOException {
        Path alone = Files.writeString(folder.resolve("recipe.json"), RECIPE);
        assertThatThrownBy(() -> build(alone, "out", false, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("hand")
                .hasMessageContaining("vae");
    }

    @Test
    void captionsThatWouldHaveToSayMoreThanTheyMayAreRefused() throws IOException {
        Path recipe = recipe();
        Files.writeString(recipe, RECIPE.replace("\"mostSaid\": 12", "\"mostSaid\": 2"));
        assertThatThrownBy(() -> build(recipe, "out", false, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("hand")
                .hasMessageContaining("mostSaid is 2, but it must be at least leastSaid");
    }

    @Test
    void theClassifierTellsAsMuchAsItsNetworkAndItsProbabilitiesSumToOne() throws IOException {
        build(recipe(), "one", false, new CancelToken());
        PicturePool pool =
                PicturePool.paint(
                        new SamplePortraits(3), 1, 32, ProgressListener.NONE, new CancelToken());
        accelerator.call(
                DeviceChoice.CPU,
                (torch, device) -> {
                    try (AttributeClassifier classifier =
                            AttributeClassifier.open(torch.lane(), folder.resolve("one"))) {
                        int[] labels = classifier.labels(pool.pixels(0));
                        float[] all = classifier.probabilities(pool.pixels(0));
                        int begin = 0;
                        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
                            double sum = 0;
                            for (int i = 0; i < attribute.values().size(); i++) {
                                sum += all[begin + i];
                                assertThat(all[begin + i])
                                        .isLessThanOrEqualTo(
                                                all[begin + labels[attribute.place()]]);
                            }
                            assertThat(sum).isBetween(0.9999, 1.0001);
                            begin += attribute.values().size();
                        }
                        assertThat(begin).isEqualTo(all.length);
                    }
                    return null;
                });
    }

    @Test
    void aClassifierOfOtherAttributesIsRefused() throws IOException {
        build(recipe(), "one", false, new CancelToken());
        Path config = folder.resolve("one/classifier/config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("faceShape", "earShape"));
        assertThatThrownBy(() ->
                        accelerator.call(
                                DeviceChoice.CPU,
                                (torch, device) ->
                                        AttributeClassifier.open(
                                                torch.lane(), folder.resolve("one"))))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("other attributes");
    }
}
