package atelier.service.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks that a file beside the pictures tells of. */
class MasksFileTest {

    @TempDir private Path folder;
    private Path pictures;
    private Path masks;

    @BeforeEach
    void lay() throws IOException {
        pictures = Files.createDirectories(folder.resolve("mia/originals"));
        masks = folder.resolve("mia/derived/masks");
        for (String name : List.of("a.png", "a.txt", "b.png", "c.jpg")) {
            Files.writeString(pictures.resolve(name), name);
        }
    }

    private void mask(String name) throws IOException {
        Files.writeString(Files.createDirectories(masks).resolve(name), name);
    }

    private List<SubsetFiles> subsets() {
        Listing listing = FolderSource.list(pictures, false);
        assertThat(listing.leftOut()).isEmpty();
        return listing.subsets();
    }

    private static List<String> names(SubsetFiles subset) {
        return subset.files().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void picturesWithAMaskAreApartFromThoseThatHaveNone() throws IOException {
        mask("a.png");
        mask("c.png");
        MasksFile.put(pictures, masks);
        assertThat(MasksFile.isIn(pictures)).isTrue();
        assertThat(Files.readString(pictures.resolve("masks.json"))).contains("../derived/masks");
        List<SubsetFiles> subsets = subsets();
        assertThat(subsets)
                .extracting(MasksFileTest::names)
                .containsExactly(List.of("b.png"), List.of("a.png", "a.txt", "c.jpg"));
        assertThat(subsets.getFirst().subset().masks()).isNull();
        assertThat(subsets.getLast().subset().masks()).isEqualTo(masks);
    }

    @Test
    void repeatsHoldBesideMasks() throws IOException {
        mask("a.png");
        RepeatsFile.put(pictures, "a.png", 3);
        MasksFile.put(pictures, masks);
        List<SubsetFiles> subsets = subsets();
        assertThat(subsets)
                .extracting(MasksFileTest::names)
                .containsExactly(List.of("b.png", "c.jpg"), List.of("a.png", "a.txt"));
        assertThat(subsets.getLast().subset().repeats()).isEqualTo(3);
        assertThat(subsets.getLast().subset().masks()).isEqualTo(masks);
    }

    @Test
    void withoutTheFileOrAnyMaskThereAreNone() throws IOException {
        MasksFile.put(pictures, masks);
        assertThat(subsets()).hasSize(1).allMatch(one -> one.subset().masks() == null);
        mask("a.png");
        MasksFile.remove(pictures);
        MasksFile.remove(pictures);
        assertThat(MasksFile.isIn(pictures)).isFalse();
        assertThat(subsets()).hasSize(1).allMatch(one -> one.subset().masks() == null);
    }
}
