package atelier.service.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.UpscaleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorationModelsTest {

    private static final Path CATALOG =
            Path.of(System.getProperty("project.dir"), "models", "catalog");

    @TempDir private Path folder;

    private RestorationModels models(String... names) {
        RestorationFixture.place(folder, List.of(names));
        return new RestorationModels(folder.resolve("m"), folder.resolve("starter"), CATALOG);
    }

    private static RestorationWish wish(String restorer, int factor, String upscaler) {
        return new RestorationWish(restorer, 0.8, 0.5, 0, factor, upscaler);
    }

    private static FaceRestoration faces(RestorationSettings settings) {
        return Objects.requireNonNull(settings.faces());
    }

    @Test
    void whatIsNotForCommercialUseIsNeverTheUsual() {
        RestorationModels models = models("m/codeformer.onnx", "m/gpen_bfr_512.onnx");
        assertThat(models.restorers())
                .extracting(RestorationChoice::id)
                .containsExactly("codeformer", "gpen-bfr-512");
        assertThat(models.usualRestorer()).isEmpty();
        models("m/gfpgan_1.4.onnx");
        assertThat(models.restorers().getFirst().licence()).isEqualTo("Apache-2.0");
        assertThat(models.usualRestorer().orElseThrow().id()).isEqualTo("gfpgan-1.4");
    }

    @Test
    void eachRestorerHasADetectorThatFindsItsFaces() {
        RestorationModels models =
                models(
                        "m/gfpgan_1.4.onnx",
                        "starter/face-restorer/model.onnx",
                        "starter/face-detector/model.onnx");
        Path own = folder.resolve("starter/face-detector/model.onnx");
        assertThat(faces(models.settings(wish("gfpgan-1.4", 1, "lanczos"))).detector())
                .isEqualTo(own);
        models("m/face_detection_yunet_2023mar.onnx", "m/face_recognition_sface_2021dec.onnx");
        FaceRestoration real = faces(models.settings(wish("gfpgan-1.4", 1, "lanczos")));
        assertThat(real.detector())
                .isEqualTo(folder.resolve("m/face_detection_yunet_2023mar.onnx"));
        assertThat(real.identity())
                .isEqualTo(folder.resolve("m/face_recognition_sface_2021dec.onnx"));
        assertThat(faces(models.settings(wish("starter", 1, "lanczos"))).detector()).isEqualTo(own);
    }

    @Test
    void aDetectorThatIsNotForCommercialUseGivesWayToOneThatIs() {
        RestorationModels models =
                models("m/scrfd_10g_bnkps.onnx", "m/restoreformer_plus_plus.onnx");
        assertThat(models.detector()).contains(folder.resolve("m/scrfd_10g_bnkps.onnx"));
        assertThat(models.usualRestorer().orElseThrow().id()).isEqualTo("restoreformer-plus-plus");
        models("m/face_detection_yunet_2023mar.onnx");
        assertThat(models.detector())
                .contains(folder.resolve("m/face_detection_yunet_2023mar.onnx"));
    }

    @Test
    void upscalersAreThoseThatAreThereElseLanczos() {
        RestorationModels models = models();
        assertThat(models.usualUpscaler().id()).isEqualTo("lanczos");
        assertThat(models.settings(wish("", 2, "lanczos")).upscale())
                .isEqualTo(new UpscaleChoice.Lanczos(2));
        models("m/real_esrgan_x4.onnx");
        assertThat(models.usualUpscaler().id()).isEqualTo("real-esrgan-x4");
        assertThat(models.settings(wish("", 4, "real-esrgan-x4")).upscale())
                .isEqualTo(new UpscaleChoice.Network(folder.resolve("m/real_esrgan_x4.onnx"), 4));
        assertThat(models.settings(wish("", 2, "lanczos")).faces()).isNull();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() {
        RestorationModels models = models();
        refused(models, wish("gfpgan-1.4", 1, "lanczos"), "The restorer gfpgan-1.4 is not in");
        refused(models, wish("magic", 1, "lanczos"), "There is no restorer 'magic'");
        refused(models, wish("", 3, "lanczos"), "cannot be made 3 times as large");
        refused(models, wish("", 1, "lanczos"), "There is nothing to do");
        models("m/gfpgan_1.4.onnx");
        refused(models, wish("gfpgan-1.4", 1, "lanczos"), "There is no network that finds faces");
        refused(
                models,
                new RestorationWish("gfpgan-1.4", 1.2, 0.5, 0, 1, "lanczos"),
                "The strength is 1.2");
    }

    private static void refused(RestorationModels models, RestorationWish wish, String why) {
        assertThatThrownBy(() -> models.settings(wish))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(why);
    }
}
