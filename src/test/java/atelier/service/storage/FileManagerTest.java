package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileManagerTest {

    @TempDir private Path folder;

    @Test
    void eachSystemHasItsCommand() throws Exception {
        Path file = Files.createFile(folder.resolve("a.png"));
        assertThat(FileManager.command("Linux", file))
                .containsExactly("xdg-open", folder.toString());
        assertThat(FileManager.command("Linux", folder))
                .containsExactly("xdg-open", folder.toString());
        assertThat(FileManager.command("Mac OS X", file))
                .containsExactly("open", "-R", file.toString());
        assertThat(FileManager.command("Windows 11", file))
                .containsExactly("explorer.exe", "/select," + file);
    }

    @Test
    void whatIsGoneIsNotShown() {
        assertThatThrownBy(() -> FileManager.show(folder.resolve("gone.png")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is not there any more");
    }
}
