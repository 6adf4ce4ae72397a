package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import atelier.model.library.FileKind;
import atelier.model.library.ModelFamily;
import atelier.model.library.ModelInspection;
import atelier.model.library.ModelInspection.NetworkSummary;
import atelier.model.library.ModelInspection.PredictionSummary;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointInspectorTest {

    @TempDir Path folder;

    private ContentHashes hashes;
    private CheckpointInspector inspector;
    private Map<String, List<Long>> shapes;

    @BeforeEach
    void inspector() {
        hashes = new ContentHashes(folder.resolve("hashes.json"));
        inspector = new CheckpointInspector(hashes);
        shapes = new LinkedHashMap<>(TestModels.singleFile(TestModels.SMALL));
    }

    @Test
    void tellsAllAboutASingleFile() {
        shapes.put("v_pred", List.of(0L));
        Path path = write(Map.of("modelspec.title", "Small"));
        ModelInspection inspection = inspect(path);
        assertThat(inspection.detection().kind()).isEqualTo(FileKind.CHECKPOINT);
        assertThat(inspection.layout()).isEqualTo("single file");
        assertThat(inspection.problem()).isEmpty();
        assertThat(inspection.metadata()).containsEntry("modelspec.title", "Small");
        assertThat(inspection.prediction())
                .isEqualTo(
                        new PredictionSummary(
                                PredictionType.V_PREDICTION, false, "marker tensor v_pred"));
        assertThat(inspection.hashes()).isNull();
        assertThat(inspection.bytes()).isEqualTo(path.toFile().length());
        assertThat(inspection.networks())
                .extracting(NetworkSummary::name)
                .containsExactly("UNet", "VAE", "first text encoder", "second text encoder");
        NetworkSummary unet = inspection.networks().getFirst();
        assertThat(unet.sizes()).contains("widths 32/64").contains("text width 128");
        assertThat(unet.types()).containsExactly(Map.entry("F16", unet.parameters()));
        assertThat(unet.tensors()).isEqualTo(UNetShapes.of(TestModels.SMALL.unet()).size());
    }

    @Test
    void tellsTheHashesThatAreKnown() {
        Path path = write(Map.of());
        FileHashes known = hashes.compute(path, ProgressListener.NONE, new CancelToken());
        assertThat(inspect(path).hashes()).isEqualTo(known);
    }

    @Test
    void tellsWhatIsWrongWithADamagedModel() {
        shapes.remove("model.diffusion_model.out.2.bias");
        ModelInspection inspection = inspect(write(Map.of()));
        assertThat(inspection.problem()).contains("1 missing: model.diffusion_model.out.2.bias");
        assertThat(inspection.networks()).hasSize(4);
        assertThat(inspection.prediction()).isNull();
    }

    @Test
    void tellsWhyAnotherFamilyIsNotUsed() {
        shapes.put("edm_mean", List.of(1L));
        ModelInspection inspection = inspect(write(Map.of()));
        assertThat(inspection.detection().family()).isEqualTo(ModelFamily.SDXL_EDM);
        assertThat(inspection.problem()).contains("EDM noise");
    }

    @Test
    void inspectsAVaeInAFileOrFolder() throws IOException {
        Path file =
                TestModels.write(
                        folder.resolve("vae.safetensors"), TestModels.vae(TestModels.SMALL, ""));
        assertThat(inspect(file).detection().kind()).isEqualTo(FileKind.VAE);
        assertThat(inspect(file).networks())
                .extracting(NetworkSummary::name)
                .containsExactly("VAE");
        Path part = Files.createDirectory(folder.resolve("vae"));
        TestModels.write(
                part.resolve("diffusion_pytorch_model.safetensors"),
                VaeShapes.of(TestModels.SMALL.vae()));
        assertThat(inspect(part).networks().getFirst().sizes()).contains("4 latent channels");
    }

    @Test
    void saysThatAFileCannotBeRead() throws IOException {
        Path page = Files.writeString(folder.resolve("m.safetensors"), "<html></html>");
        assertThatThrownBy(() -> inspect(page))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("web page");
        assertThat(FileDetector.detect(page).reason()).contains("web page");
        assertThat(FileDetector.detect(page).kind()).isEqualTo(FileKind.UNKNOWN);
        assertThat(FileDetector.detect(folder).kind()).isEqualTo(FileKind.UNKNOWN);
        assertThat(FileDetector.detect(folder.resolve("gone")).reason()).contains("does not exist");
    }

    @Test
    @Tag("reference")
    void inspectsTheReferencesFolder() {
        ModelInspection inspection = inspect(Reference.root().resolve("tiny-sdxl"));
        assertThat(inspection.detection().kind()).isEqualTo(FileKind.DIFFUSERS_FOLDER);
        assertThat(inspection.problem()).isEmpty();
        assertThat(inspection.networks()).hasSize(4);
        assertThat(inspection.prediction()).isNotNull();
    }

    @Test
    @Tag("reference")
    void knowsEveryAdapterOfTheReference() {
        List<String> adapters =
                List.copyOf(Reference.of("lora").manifest().required("files").propertyNames());
        assertThat(adapters)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(FileDetector.detect(Reference.of("lora").path(name)).kind())
                                .isEqualTo(FileKind.ADAPTER));
    }

    private ModelInspection inspect(Path path) {
        return inspector.inspect(path, CheckpointOptions.NONE);
    }

    private Path write(Map<String, String> metadata) {
        return TestModels.write(folder.resolve("model.safetensors"), shapes, DType.F16, metadata);
    }
}
