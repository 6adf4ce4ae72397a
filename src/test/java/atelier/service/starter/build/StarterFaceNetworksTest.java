package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.face.FaceDetector;
import atelier.engine.face.FaceDetectors;
import atelier.engine.face.FaceRestorer;
import atelier.engine.face.Restorers;
import atelier.engine.mask.SubjectMatting;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.degradation.Degradations;
import atelier.service.starter.scene.Scene;
import atelier.service.starter.scene.SceneComposer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small networks that lie in models/starter, on painted people that they never saw. */
class StarterFaceNetworksTest {

    private static final Path STARTER = Path.of("models", "starter");
    private static final long NEVER_TRAINED_ON = 4713;
    private static final int PICTURES = 24;
    private static final long MOST_BYTES = 15_000_000;

    private static Accelerator accelerator;

    @TempDir private Path folder;
    private final CancelToken cancel = new CancelToken();

    @BeforeAll
    static void start() {
        accelerator = new Accelerator();
    }

    @AfterAll
    static void stop() {
        accelerator.close();
    }

    private static <T extends Record> T settings(String stage, Class<T> type) {
        return RecipeFile.read(STARTER.resolve("recipe.json")).stages().stream()
                .filter(one -> one.name().equals(stage))
                .map(one -> RecipeFile.settings(one, type))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> measured(Function<Lane, Map<String, Object>> work) {
        return accelerator.call(DeviceChoice.CPU, (torch, device) -> work.apply(torch.lane()));
    }

    private static double figure(Map<String, Object> figures, String name) {
        assertThat(figures).containsKey(name);
        return (Double) figures.get(name);
    }

    @Test
    void facesOfAllSizesAreFoundWithTheirMarks() {
        FaceDetectorSettings settings = settings("face-detector", FaceDetectorSettings.class);
        SamplePortraits row = new SamplePortraits(NEVER_TRAINED_ON);
        SceneComposer composer =
                new SceneComposer(
                        CutOuts.people(
                                row, PICTURES, settings.painted(), ProgressListener.NONE, cancel),
                        CutOuts.places(
                                row, PICTURES, settings.painted(), ProgressListener.NONE, cancel),
                        settings.scenes());
        List<Scene> scenes = IntStream.range(0, 2 * PICTURES).mapToObj(composer::compose).toList();
        Map<String, Object> figures =
                measured(lane -> {
                    try (FaceDetector detector =
                            FaceDetectors.open(
                                    OnnxRuntime.onCpu(lane),
                                    StarterFiles.faceDetector(STARTER).network())) {
                        return new FoundFaces(detector, ProgressListener.NONE, cancel)
                                .measure(scenes, folder.resolve("sheet.png"));
                    }
                });
        assertThat((Integer) figures.get("faces")).isGreaterThan(PICTURES);
        assertThat(figure(figures, "found")).isGreaterThan(0.88);
        assertThat(figure(figures, "precision")).isGreaterThan(0.9);
        assertThat(figure(figures, "markError")).isLessThan(0.3);
    }

    @Test
    void restoredFacesAreNearerToWhatWasPaintedAndMoreLikeThePerson() {
        RestorerSettings settings = settings("face-restorer", RestorerSettings.class);
        PicturePool faces =
                new AlignedFaces(settings.painted(), settings.side())
                        .paint(
                                new SamplePortraits(NEVER_TRAINED_ON),
                                PICTURES,
                                ProgressListener.NONE,
                                cancel);
        Map<String, Object> figures =
                measured(lane -> {
                    SequencedMap<String, Features> features = new LinkedHashMap<>();
                    try (FaceRestorer restorer =
                                    Restorers.get("starter")
                                            .open(
                                                    OnnxRuntime.onCpu(lane),
                                                    StarterFiles.faceRestorer(STARTER).network(),
                                                    1);
                            Features clip = Features.ofTower(lane, STARTER);
                            Features attributes = Features.ofAttributes(lane, STARTER)) {
                        features.put("clip", clip);
                        features.put("attributes", attributes);
                        return new RestoredFaces(
                                        restorer,
                                        new Degradations(settings.degradation()),
                                        features,
                                        ProgressListener.NONE,
                                        cancel)
                                .measure(faces, NEVER_TRAINED_ON, folder.resolve("sheet.png"));
                    }
                });
        assertThat(figure(figures, "psnrRestored"))
                .isGreaterThan(figure(figures, "psnrDegraded") + 3);
        assertThat(figure(figures, "clipRestored")).isGreaterThan(figure(figures, "clipDegraded"));
        assertThat(figure(figures, "attributesRestored"))
                .isGreaterThan(figure(figures, "attributesDegraded"));
    }

    @Test
    void peopleAreCutOut() {
        assertCutOut(settings("matting", MattingSettings.class).side());
    }

    /** Pictures of people are larger than what the network sees. */
    @Test
    void peopleAreCutOutOfLargerPicturesAsWell() {
        assertCutOut(2 * settings("matting", MattingSettings.class).side());
    }

    private void assertCutOut(int side) {
        Map<String, Object> figures =
                measured(lane -> {
                    try (SubjectMatting matting =
                            SubjectMatting.open(
                                    OnnxRuntime.onCpu(lane),
                                    StarterFiles.matting(STARTER).network())) {
                        return new Mattes(matting, ProgressListener.NONE, cancel)
                                .measure(
                                        CutOuts.people(
                                                new SamplePortraits(NEVER_TRAINED_ON),
                                                PICTURES,
                                                side,
                                                ProgressListener.NONE,
                                                cancel),
                                        folder.resolve("sheet.png"));
                    }
                });
        assertThat(figure(figures, "overlap")).isGreaterThan(0.94);
        assertThat(figure(figures, "absoluteError")).isLessThan(0.035);
    }

    @Test
    void togetherTheyTakeLittleSpace() throws IOException {
        long bytes = 0;
        for (OnnxFolder files :
                List.of(
                        StarterFiles.faceDetector(STARTER),
                        StarterFiles.faceRestorer(STARTER),
                        StarterFiles.matting(STARTER))) {
            assertThat(files.config()).exists();
            bytes += Files.size(files.network());
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
