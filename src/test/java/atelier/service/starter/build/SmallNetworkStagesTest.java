package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages of detector, restorer and matting network in tiny sizes. */
class SmallNetworkStagesTest {

    private static final String STAGE =
            """
            {"name": "%s", "type": "%s", "begin": "random", "steps": 3,
             "learningRate": 0.005, "warmUp": 0, "schedule": "constant", "weightDecay": 0,
             "beta2": 0.99, "maxGradientNorm": 1, "emaDecay": 0.5, "precision": "fp32",
             "saveEvery": 2, "logEvery": 1, "settings": %s}\
            """;
    private static final String DEGRADATION =
            "\"degradation\": {\"blur\": 2, \"reduction\": 3, \"noise\": 10, \"quality\": 50}";
    private static final String LEVELS =
            "\"levels\": {\"stride\": 2, \"channels\": [6, 8], \"blocks\": [1, 1]}";
    private static final String FINDER =
            STAGE.formatted(
                    "finder",
                    "face-detector",
                    """
                    {"network": {"levels": {"stride": 4, "channels": [6, 8, 8, 8], "blocks": [0, 1, 0, 0]}, "headWidth": 6},
                     "loss": {"face": 1, "fit": 1, "overlap": 1, "box": 1, "marks": 1},
                     "scenes": {"side": 64, "least": 10, "most": 40, "crowd": 2},
                     %s, "painted": 64, "pictures": 4, "heldOut": 3, "batch": 2}\
                    """
                            .formatted(DEGRADATION));
    private static final String MENDER =
            STAGE.formatted(
                    "mender",
                    "face-restorer",
                    """
                    {%s, "loss": {"absolute": 1, "squared": 0, "edges": 1, "entropy": 0},
                     %s, "side": 32, "painted": 64, "pictures": 4, "heldOut": 3, "batch": 2}\
                    """
                            .formatted(LEVELS, DEGRADATION));
    private static final String CUTTER =
            STAGE.formatted(
                    "cutter",
                    "matting",
                    """
                    {%s, "loss": {"absolute": 1, "squared": 0, "edges": 1, "entropy": 1},
                     %s, "side": 32, "shift": 3, "pictures": 4, "heldOut": 3, "batch": 2}\
                    """
                            .formatted(LEVELS, DEGRADATION));

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

    private List<BuiltStage> build(
            String stages,
            String out,
            boolean resume,
            ProgressListener progress,
            CancelToken cancel)
            throws IOException {
        Path recipe =
                Files.writeString(
                        folder.resolve("recipe.json"),
                        "{\"format\": 1, \"seed\": 7, \"stages\": [%s]}".formatted(stages));
        List<BuiltStage> built = new ArrayList<>();
        service.build(
                new StarterBuildOrder(
                        recipe, folder.resolve(out), List.of(), null, resume, DeviceChoice.CPU),
                built::add,
                progress,
                cancel);
        return built;
    }

    private List<String> hashes(String out) {
        return Stream.of("face-detector", "face-restorer", "matting")
                .map(part -> Sha256.ofFile(folder.resolve(out).resolve(part + "/model.onnx")))
                .toList();
    }

    @Test
    void stoppedAndGoneOnWithTheyGiveTheSameFiles() throws IOException {
        String all = String.join(", ", FINDER, MENDER, CUTTER);
        List<BuiltStage> built =
                build(all, "whole", false, ProgressListener.NONE, new CancelToken());
        assertThat(built)
                .extracting(BuiltStage::stage)
                .containsExactly("finder", "mender", "cutter");
        assertThat(built.get(0).figures())
                .containsEntry("scenes", 3)
                .containsKeys("faces", "found", "precision", "markError");
        assertThat(built.get(1).figures())
                .containsEntry("faces", 3)
                .containsKeys("psnrDegraded", "psnrRestored", "psnrShareRisen")
                .doesNotContainKey("clipRestored");
        assertThat(built.get(2).figures())
                .containsEntry("pictures", 3)
                .containsKeys("absoluteError", "overlap", "worstOverlap");
        for (BuiltStage stage : built) {
            assertThat(folder.resolve("whole/sheet-%s.png".formatted(stage.stage()))).exists();
        }
        assertThat(Files.readString(folder.resolve("whole/face-restorer/config.json")))
                .isEqualTo("{\"network\":\"face-restorer\",\"template\":\"ffhq\",\"side\":32}");
        assertThat(Files.readString(folder.resolve("whole/matting/config.json")))
                .isEqualTo("{\"network\":\"matting\",\"side\":32}");

        for (String stage : List.of("finder", "mender", "cutter")) {
            CancelToken cancel = new CancelToken();
            ProgressListener stop =
                    progress -> {
                        if (progress.stage().equals("Training " + stage) && progress.done() == 2) {
                            cancel.cancel();
                        }
                    };
            assertThatThrownBy(() -> build(all, "stopped", true, stop, cancel))
                    .isInstanceOf(RunPausedException.class);
        }
        build(all, "stopped", true, ProgressListener.NONE, new CancelToken());
        assertThat(hashes("stopped")).isEqualTo(hashes("whole"));
    }

    @Test
    void theyBeginWithRandomWeightsAlone() {
        for (String stage : List.of(FINDER, MENDER, CUTTER)) {
            assertThatThrownBy(() ->
                            build(
                                    stage.replace("\"random\"", "\"model\""),
                                    "out",
                                    true,
                                    ProgressListener.NONE,
                                    new CancelToken()))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("begins with random weights alone");
        }
    }

    @Test
    void sizesThatDoNotGoTogetherAreToldOfTheStage() {
        assertThatThrownBy(() ->
                        build(
                                MENDER.replace("\"stride\": 2", "\"stride\": 3"),
                                "out",
                                false,
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("mender");
    }
}
