package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFailuresTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "There is not enough space on the disk",
                "Disk quota exceeded"
            })
    void aFullDiskIsRecognisedOnEverySystem(String words) {
        assertThat(writing(new IOException(words)))
                .endsWith("the disk is full; free some space and try again.");
        assertThat(writing(new FileSystemException("a", null, words)))
                .endsWith("the disk is full; free some space and try again.");
    }

    @Test
    void whatMayNotBeWrittenIsSaid() {
        assertThat(writing(new AccessDeniedException("a")))
                .endsWith(
                        "you have no permission to write to %s; change its permissions or choose another folder."
                                .formatted(folder));
        assertThat(writing(new FileSystemException("a", null, "Read-only file system")))
                .endsWith("its disk is read-only; choose a folder on another disk.");
        assertThat(writing(new FileSystemException("a", null, "File name too long")))
                .endsWith("its name is too long; choose a shorter one.");
    }

    @Test
    void otherReasonsAreTheSystemsOwn() {
        assertThat(writing(new IOException("Input/output error")))
                .isEqualTo(
                        folder.resolve("a.png")
                                + " cannot be saved: Input/output error; check the disk or choose another folder.");
        assertThat(writing(new IOException())).contains("the system reports IOException");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        Path file = folder.resolve("a.png");
        assertThat(FileFailures.reading(file, new NoSuchFileException("a")))
                .hasMessage(
                        file
                                + " cannot be read: there is no such file; check its name and that its disk is connected.");
        assertThat(FileFailures.reading(folder, new IOException("Is a directory")))
                .hasMessageContaining("it is a folder");
        Files.writeString(file, "");
        assertThat(FileFailures.reading(file, new AccessDeniedException("a")))
                .hasMessageContaining("no permission to read it");
        assertThat(FileFailures.reading(file, new IOException("Input/output error")))
                .hasMessageEndingWith("Input/output error; check the disk it lies on.");
    }

    private String writing(IOException cause) {
        return FileFailures.writing(folder.resolve("a.png"), cause).getMessage();
    }
}
