package atelier.service.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.restoration.RestorationItem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorationItemsTest {

    @TempDir private Path folder;

    @Test
    void filesAndFoldersGiveEachImageOnceAndNoNameTwice() {
        RestorationFixture.place(
                folder,
                List.of("a/1.png", "a/1.jpg", "a/in/2.png", "a/note.txt", "b/1.webp", "b/A.b.png"));
        Path first = folder.resolve("a/1.png");
        assertThat(
                        RestorationItems.find(
                                List.of(first, folder.resolve("a"), folder.resolve("b")), false))
                .containsExactly(
                        new RestorationItem(first, "1"),
                        new RestorationItem(folder.resolve("a/1.jpg"), "1-2"),
                        new RestorationItem(folder.resolve("b/1.webp"), "1-3"),
                        new RestorationItem(folder.resolve("b/A.b.png"), "A.b"));
        assertThat(RestorationItems.find(List.of(folder.resolve("a")), true))
                .contains(new RestorationItem(folder.resolve("a/in/2.png"), "in/2"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> RestorationItems.find(List.of(folder.resolve("x")), false))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("There is no file or folder");
        assertThatThrownBy(() -> RestorationItems.find(List.of(folder), false))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("There are no pictures in");
    }
}
