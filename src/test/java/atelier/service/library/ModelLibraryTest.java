package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.CatalogEntry;
import atelier.model.library.CatalogLicence;
import atelier.model.library.ItemKind;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelLibraryTest extends OpenLibrary {

    private static final Path FILE = Reference.root().resolve("tiny-sdxl-ldm.safetensors");
    private static final Path FOLDER = Reference.root().resolve("tiny-sdxl");

    private Path add(Path source) {
        return library.models().add(source, ProgressListener.NONE, new CancelToken());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(workspace.models())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAndFoldersAreCopiedWholeAndFound() throws IOException {
        assertThat(library.models().all()).isEmpty();
        List<Progress> progress = new ArrayList<>();
        Path file = library.models().add(FILE, progress::add, new CancelToken());
        Path folder = add(FOLDER);
        assertThat(file).hasSameBinaryContentAs(FILE);
        try (Stream<Path> parts = Files.walk(FOLDER)) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                assertThat(folder.resolve(FOLDER.relativize(part).toString()))
                        .hasSameBinaryContentAs(part);
            }
        }
        assertThat(library.models().all()).containsExactly(folder, file);
        long size = Files.size(FILE) >> 20;
        assertThat(progress)
                .last()
                .isEqualTo(Progress.of("Copying tiny-sdxl-ldm.safetensors", size, size, "MiB"));
        assertThatThrownBy(() -> add(FILE))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void aModelGoesToTheTrashAndComesBack() throws IOException {
        Path file = add(FILE);
        Path folder = add(FOLDER);
        for (Path model : List.of(file, folder)) {
            String name = model.getFileName().toString();
            library.models().remove(name, "test");
            assertThat(model).doesNotExist();
            assertThatThrownBy(() -> library.models().remove(name, "test"))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("There is no model " + name);
            library.history().undo(library.history().newest(ItemKind.MODEL, name));
            assertThat(model).exists();
            library.history().undo(library.history().newest(ItemKind.MODEL, name));
            assertThat(model).as("taken back once more").doesNotExist();
            library.history().undo(library.history().newest(ItemKind.MODEL, name));
        }
        assertThat(library.models().all()).containsExactly(folder, file);
        assertThat(file).hasSameBinaryContentAs(FILE);
    }

    @Test
    void whatIsNoModelIsRefusedWithTheReason() throws IOException {
        assertThatThrownBy(() -> add(LORA))
                .isInstanceOf(AtelierException.class)
                .hasMessage(LORA + " is an adapter and no model: add it to the adapters.");
        assertThatThrownBy(() -> add(FOLDER.resolve("vae/diffusion_pytorch_model.safetensors")))
                .isInstanceOf(AtelierException.class);
        Path pickle = Files.writeString(folder.resolve("model.ckpt"), "no model");
        assertThatThrownBy(() -> add(pickle)).isInstanceOf(AtelierException.class);
        assertThat(library.models().all()).isEmpty();
    }

    @Test
    void aCopyThatIsCancelledLeavesNothing() throws IOException {
        CancelToken cancel = new CancelToken();
        for (Path source : List.of(FILE, FOLDER)) {
            assertThatThrownBy(
                            () -> library.models().add(source, progress -> cancel.cancel(), cancel))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aModelOfTheCatalogIsThereWhenItIsWhole() throws IOException {
        CatalogEntry entry =
                new CatalogEntry(
                        "x",
                        "X",
                        "tests",
                        "x.onnx",
                        "https://example.org",
                        5,
                        "0".repeat(64),
                        new CatalogLicence("MIT", "Free.", "https://example.org", true),
                        "");
        assertThat(library.models().has(entry)).isFalse();
        Files.createDirectories(workspace.models());
        Files.writeString(workspace.models().resolve("x.onnx"), "1234");
        assertThat(library.models().has(entry)).isFalse();
        Files.writeString(workspace.models().resolve("x.onnx"), "12345");
        assertThat(library.models().has(entry)).isTrue();
    }
}
