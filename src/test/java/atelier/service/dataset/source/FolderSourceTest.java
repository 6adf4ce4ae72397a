package atelier.service.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import atelier.model.AtelierException;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.Subset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSourceTest {

    @TempDir Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private static Stream<String> files(Listing listing, Path root) {
        return listing.subsets().stream()
                .flatMap(subset -> subset.files().stream())
                .map(file -> root.relativize(file).toString().replace('\\', '/'));
    }

    private Listing list(boolean recursive) {
        return FolderSource.list(folder, recursive);
    }

    @Test
    void readsTheFolderAloneUnlessAskedForMore() throws IOException {
        files("b.png", "a.png", "more/c.png", "more/deep/d.png", ".DS_Store", ".hidden/e.png");
        Listing plain = list(false);
        assertThat(files(plain, folder)).containsExactly("a.png", "b.png");
        assertThat(plain.leftOut())
                .extracting(LeftOut::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("more is a folder", "--recursive"),
                        reason -> assertThat(reason).contains(".DS_Store is hidden"),
                        reason -> assertThat(reason).contains(".hidden is hidden"));
        assertThat(files(list(true), folder))
                .containsExactly("a.png", "b.png", "more/c.png", "more/deep/d.png");
    }

    @Test
    void kohyaFoldersHaveRepeatsAndWords() throws IOException {
        files(
                "10_mia woman/a.png",
                "3_mia_at_home/b.png",
                "top.png",
                "0_never/c.png",
                "2024_may/d.png");
        Listing listing = list(false);
        assertThat(listing.subsets())
                .extracting(SubsetFiles::subset)
                .extracting(
                        Subset::repeats,
                        subset -> subset.captions().fallback(),
                        Subset::regularisation)
                .containsExactly(
                        tuple(1, "", false),
                        tuple(10, "mia woman", false),
                        tuple(3, "mia at home", false));
        assertThat(listing.leftOut())
                .extracting(left -> left.file().getFileName().toString())
                .containsExactlyInAnyOrder("0_never", "2024_may");
    }

    @Test
    void aFolderNamedLikeThatIsReadLikeThatItself() throws IOException {
        files("10_mia/a.png");
        Subset subset =
                FolderSource.list(folder.resolve("10_mia"), false).subsets().getFirst().subset();
        assertThat(subset.repeats()).isEqualTo(10);
        assertThat(subset.captions().fallback()).isEqualTo("mia");
    }

    @Test
    void kohyaGuisFoldersAreFoundAndTheirRegularisationTold() throws IOException {
        files("img/10_mia/a.png", "reg/1_woman/b.png", "log/events", "model/x.safetensors");
        Listing listing = list(false);
        assertThat(listing.subsets())
                .extracting(SubsetFiles::subset)
                .extracting(Subset::repeats, Subset::regularisation)
                .containsExactly(tuple(10, false), tuple(1, true));
        assertThat(listing.leftOut()).hasSize(2);
    }

    @Test
    void namesOfAnyCharactersAreRead() throws IOException {
        files("\ud83d\ude00.png", "a\nb.png", "  .png", "10_\ud83d\ude00\n/c.png");
        assertThat(files(list(false), folder))
                .containsExactlyInAnyOrder(
                        "\ud83d\ude00.png", "a\nb.png", "  .png", "10_\ud83d\ude00\n/c.png");
    }

    @Test
    void circlesOfLinksEnd() throws IOException {
        files("a.png", "in/b.png", "in/deep/c.png");
        Files.createSymbolicLink(folder.resolve("in/deep/up"), folder);
        Files.createSymbolicLink(folder.resolve("in/self"), folder.resolve("in/self"));
        Files.createSymbolicLink(folder.resolve("nowhere.png"), folder.resolve("none"));
        Listing listing = list(true);
        assertThat(files(listing, folder)).containsExactly("a.png", "in/b.png", "in/deep/c.png");
        assertThat(listing.leftOut())
                .extracting(LeftOut::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("up links back"),
                        reason -> assertThat(reason).contains("self is a link to nothing"),
                        reason -> assertThat(reason).contains("nowhere.png is a link to nothing"));
    }

    @Test
    void linkedFilesAndFoldersAreRead() throws IOException {
        files("elsewhere/a.png", "data/b.png");
        Path data = folder.resolve("data");
        Files.createSymbolicLink(data.resolve("linked.png"), folder.resolve("elsewhere/a.png"));
        Files.createSymbolicLink(data.resolve("10_mia"), folder.resolve("elsewhere"));
        assertThat(files(FolderSource.list(data, false), data))
                .containsExactly("b.png", "linked.png", "10_mia/a.png");
    }

    @Test
    void foldersThatCannotBeReadAreNamed() throws IOException {
        files("a.png", "10_closed/b.png");
        Path closed = folder.resolve("10_closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(
                    Files.isReadable(closed), "this user may read folders that nobody may");
            assertThat(list(false).leftOut())
                    .singleElement()
                    .satisfies(left ->
                            assertThat(left.reason())
                                    .contains("10_closed cannot be read", "permission"));
            assertThatThrownBy(() -> FolderSource.list(closed, false))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("10_closed cannot be read");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @CsvSource({"10_mia, 10, mia", "001_a_b, 1, a b", "999_, 999, ''", "5_ x , 5, x"})
    void namesGiveRepeatsAndWords(String name, int repeats, String words) {
        assertThat(KohyaName.of(Path.of("data", name))).contains(new KohyaName(repeats, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mia", "10mia", "10-mia", "_mia", "0_mia", "1000_mia", "-3_mia", "x10_mia"})
    void otherNamesAreOrdinary(String name) {
        assertThat(KohyaName.of(Path.of("data", name))).isEmpty();
    }

    @Test
    void aSubsetIsItsFolderAlone() throws IOException {
        files("a.png", "10_mia/b.png");
        Subset subset = Subset.plain(folder);
        assertThat(FolderSource.listSubset(subset, false).subsets())
                .containsExactly(new SubsetFiles(subset, List.of(folder.resolve("a.png"))));
    }
}
