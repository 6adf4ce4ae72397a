package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    /** No system counts its processes that far. */
    private static final long GONE = 999_999_999L;

    @TempDir private Path folder;

    private Path left(String name) throws IOException {
        Path left = Files.createDirectory(folder.resolve(name));
        return Files.writeString(left.resolve("half.png"), "half a picture").getParent();
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAndNothingElse() throws IOException {
        long alive = ProcessHandle.current().pid();
        Path killed = left(".mia.%d-123".formatted(GONE));
        Path other = left(".zoe.%d-123".formatted(GONE));
        Path working = left(".mia.%d-123".formatted(alive));
        Path named = left(".mia.old");
        Path link = Files.createSymbolicLink(folder.resolve(".mia.%d-9".formatted(GONE)), named);
        Path made = Folders.makeBeside(folder.resolve("mia"));
        assertThat(killed).doesNotExist();
        assertThat(other).exists();
        assertThat(working).exists();
        assertThat(named.resolve("half.png")).exists();
        assertThat(link).isSymbolicLink();
        assertThat(made).isEmptyDirectory();
        assertThat(made.getFileName().toString()).startsWith(".mia.%d-".formatted(alive));
    }

    @Test
    void temporaryFoldersAreSweptToo() throws IOException {
        String prefix = "atelier-test-%d-".formatted(System.nanoTime());
        Path first = Folders.makeTemporary(prefix);
        Path killed = Files.createDirectory(first.resolveSibling(prefix + GONE + "-7"));
        Path second = Folders.makeTemporary(prefix);
        try {
            assertThat(killed).doesNotExist();
            assertThat(first).exists();
        } finally {
            Folders.deleteQuietly(first);
            Folders.deleteQuietly(second);
        }
        assertThat(first).doesNotExist();
    }
}
