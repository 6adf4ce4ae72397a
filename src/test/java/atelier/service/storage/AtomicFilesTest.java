package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir Path folder;

    @Test
    void aFileIsReplacedWhole() throws IOException {
        Path file = folder.resolve("plan.json");
        AtomicFiles.replace(file, text("old"));
        AtomicFiles.replace(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void theOldContentStaysUntilTheNewIsComplete() {
        Path file = folder.resolve("plan.json");
        AtomicFiles.replace(file, text("old"));
        AtomicFiles.replace(
                file,
                out -> {
                    out.write("ne".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    assertThat(file).hasContent("old");
                    out.write('w');
                });
        assertThat(file).hasContent("new");
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("plan.json");
        AtomicFiles.replace(file, text("old"));
        assertThatThrownBy(() -> AtomicFiles.replace(file, failing("No space left on device")))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        file
                                + " cannot be saved: the disk is full; free some space and try again.");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void cancellingInTheMiddleLeavesNothing() throws IOException {
        assertThatThrownBy(() ->
                        AtomicFiles.create(
                                folder,
                                "image",
                                "png",
                                out -> {
                                    out.write(1);
                                    throw new CancelledException();
                                }))
                .isInstanceOf(CancelledException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void newFilesAreNumberedAfterTheHighest() throws IOException {
        Files.writeString(folder.resolve("image-00007.png"), "mine");
        Files.writeString(folder.resolve("image-00009.txt"), "other extension");
        Files.writeString(folder.resolve("imagery-00012.png"), "other stem");
        assertThat(AtomicFiles.create(folder, "image", "png", text("a")))
                .hasFileName("image-00008.png")
                .hasContent("a");
        assertThat(AtomicFiles.create(folder, "image", "png", text("b")))
                .hasFileName("image-00009.png");
        assertThat(folder.resolve("image-00007.png")).hasContent("mine");
    }

    @Test
    void aFileMadeMeanwhileIsNeverOverwritten() {
        Path rival = folder.resolve("image-00001.png");
        Path mine =
                AtomicFiles.create(
                        folder,
                        "image",
                        "png",
                        out -> {
                            Files.writeString(rival, "rival");
                            out.write('m');
                        });
        assertThat(mine).hasFileName("image-00002.png").hasContent("m");
        assertThat(rival).hasContent("rival");
    }

    @Test
    void withoutHardLinksANameIsTakenFirst() throws IOException {
        Path temporary = Files.writeString(folder.resolve("temporary"), "mine");
        Path taken = Files.writeString(folder.resolve("taken"), "rival");
        assertThat(AtomicFiles.reserveAndMove(temporary, taken)).isFalse();
        assertThat(taken).hasContent("rival");
        assertThat(AtomicFiles.reserveAndMove(temporary, folder.resolve("free"))).isTrue();
        assertThat(folder.resolve("free")).hasContent("mine");
        assertThatThrownBy(() -> AtomicFiles.reserveAndMove(temporary, folder.resolve("another")))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("free", "taken");
    }

    @Test
    void threadsNeverShareAName() throws Exception {
        List<Future<Path>> files = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                String content = "content " + i;
                files.add(
                        threads.submit(
                                () -> AtomicFiles.create(folder, "image", "png", text(content))));
            }
        }
        for (int i = 0; i < files.size(); i++) {
            assertThat(files.get(i).get()).hasContent("content " + i);
        }
        assertThat(names()).hasSize(80).allMatch(name -> name.endsWith(".png"));
    }

    @Test
    void othersMayReadAsUsualHere() throws IOException {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        Path file = AtomicFiles.create(folder, "image", "png", text("a"));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(Files.getPosixFilePermissions(usual))
                    .contains(PosixFilePermission.OWNER_READ);
        }
        assertThat(file).isReadable();
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> AtomicFiles.create(missing, "image", "png", text("a")))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s cannot be saved: the folder %s does not exist; create it or choose another."
                                .formatted(missing.resolve("image-00001.png"), missing));
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> AtomicFiles.replace(file.resolve("a.json"), text("a")))
                .hasMessageEndingWith(file + " is a file and not a folder; choose a folder.");
    }

    @Test
    void aFolderInPlaceOfTheFileStays() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("a.json/inner")).getParent();
        assertThatThrownBy(() -> AtomicFiles.replace(taken, text("a")))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(taken + " cannot be saved: ");
        assertThat(names()).containsExactly("a.json");
        assertThat(taken).isDirectory();
    }

    private static AtomicFiles.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AtomicFiles.Content failing(String message) {
        return out -> {
            out.write(new byte[100_000]);
            throw new IOException(message);
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
