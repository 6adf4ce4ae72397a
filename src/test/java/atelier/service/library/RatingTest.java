package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.ImageField;
import atelier.model.library.ImageMarks;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.model.library.RatedAdapter;
import atelier.model.review.Cell;
import atelier.model.review.Column;
import atelier.model.review.ComparedAdapter;
import atelier.service.review.Comparisons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What images are worth, what adapters are worth by it, and images that become pictures. */
class RatingTest extends OpenLibrary {

    private static ImageMarks stars(int stars) {
        return ImageMarks.NONE.with(ImageField.STARS, Integer.toString(stars));
    }

    private static ImageMarks liked(int liked) {
        return ImageMarks.NONE.with(ImageField.LIKED, Integer.toString(liked));
    }

    /** The mean of the stars and of one each from 1 to 5. */
    private static double expected(double... stars) {
        return DoubleStream.concat(DoubleStream.of(stars), DoubleStream.of(1, 2, 3, 4, 5))
                .average()
                .orElseThrow();
    }

    @Test
    void aRatingIsTheMeanAsIfEachNumberHadBeenGivenOnce() {
        assertThat(AdapterRating.of(List.of()).stars()).isEqualTo(3, within(1e-12));
        assertThat(AdapterRating.of(List.of()).isKnown()).isFalse();
        AdapterRating some =
                AdapterRating.of(List.of(stars(4), stars(2), liked(1), liked(-1), ImageMarks.NONE));
        assertThat(some.stars()).isEqualTo(expected(4, 2, 5, 1), within(1e-12));
        assertThat(some.images()).isEqualTo(4);
        AdapterRating one = AdapterRating.of(List.of(stars(5)));
        AdapterRating twenty = AdapterRating.of(Collections.nCopies(20, stars(4)));
        assertThat(twenty.stars()).isGreaterThan(one.stars());
    }

    @Test
    void starsCountBeforeLikes() {
        assertThat(stars(2).with(ImageField.LIKED, "1").worth()).hasValue(2);
        assertThat(liked(-1).worth()).hasValue(1);
        assertThat(ImageMarks.NONE.worth()).isEmpty();
    }

    private String image(String name, int shade, String adapters) throws IOException {
        ImageRecord image = library.images().index(image(name, shade));
        ImageRecord made =
                new ImageRecord(
                        image.file(),
                        image.made(),
                        8,
                        8,
                        "a (mia:1.2) in [a garden]",
                        "",
                        "7",
                        "tiny",
                        adapters,
                        image.marks());
        open.database().change(connection -> ImageRows.save(connection, made));
        return image.file();
    }

    @Test
    void adaptersAreRankedByTheirImages() throws IOException {
        AdapterRecord bad = library.adapters().add(lora(), AdapterType.GENERAL, "", "", "test");
        AdapterRecord good = library.adapters().add(lora(), AdapterType.GENERAL, "", "", "test");
        AdapterRecord fresh = library.adapters().add(lora(), AdapterType.GENERAL, "", "", "test");
        String both = "lora-01, lora-02";
        library.images().set(image("a.png", 1, both), ImageField.STARS, "4", "test");
        library.images().set(image("b.png", 2, "lora-01"), ImageField.LIKED, "-1", "test");
        image("c.png", 3, "lora-02");
        List<RatedAdapter> ranked = library.ratings().ranked();
        assertThat(ranked).extracting(RatedAdapter::adapter).containsExactly(good, fresh, bad);
        assertThat(ranked.get(0).rating().stars()).isEqualTo(expected(4), within(1e-12));
        assertThat(ranked.get(0).rating().images()).isEqualTo(1);
        assertThat(ranked.get(1).rating().isKnown()).isFalse();
        assertThat(ranked.get(2).rating().stars()).isEqualTo(expected(4, 1), within(1e-12));
    }

    @Test
    void cellsOfComparisonsRankTheAdapterOfTheirContentWhateverItIsCalled() throws IOException {
        AdapterRecord good = library.adapters().add(lora(), AdapterType.GENERAL, "", "", "test");
        AdapterRecord other = library.adapters().add(lora(), AdapterType.GENERAL, "", "", "test");
        assertThat(library.ratings().ranked()).noneMatch(one -> one.rating().isKnown());
        List<Cell> cells = Comparisons.small().cells();
        Path folder = Files.createDirectories(workspace.comparisons().resolve("small"));
        CellStars stars = new CellStars(folder);
        stars.give(made(cells.get(3), good), 5);
        stars.give(made(cells.get(4), good), 4);
        assertThat(stars.give(made(cells.get(6), other), 1)).hasSize(3);
        stars.give(cells.getFirst(), 5);
        library.images().set(image("a.png", 1, "lora-01"), ImageField.STARS, "2", "test");
        List<RatedAdapter> ranked = library.ratings().ranked();
        assertThat(ranked).extracting(RatedAdapter::adapter).containsExactly(good, other);
        assertThat(ranked.getFirst().rating().stars()).isEqualTo(expected(5, 4, 2), within(1e-12));
        assertThat(ranked.getLast().rating().stars()).isEqualTo(expected(1), within(1e-12));
        stars.give(made(cells.get(6), other), 0);
        assertThat(stars.all()).hasSize(3).doesNotContainKey(cells.get(6).id());
        assertThat(library.ratings().ranked().getLast().rating().isKnown()).isFalse();
    }

    /** A cell as that adapter would have made it, under another name. */
    private static Cell made(Cell cell, AdapterRecord adapter) {
        return new Cell(
                cell.id(),
                cell.model(),
                new Column(
                        new ComparedAdapter(
                                "step-000160",
                                Path.of("step-000160.safetensors"),
                                adapter.sha256(),
                                160),
                        1),
                cell.sampling(),
                cell.prompt(),
                cell.seed());
    }

    @Test
    void starsAndCommentsAreKeptInTheFileAndFoundAndTakenBack() throws IOException {
        String image = library.images().index(image("a.png", 1)).file();
        library.images().set(image, ImageField.STARS, "4", "test");
        library.images().set(image, ImageField.COMMENT, "Die Augen stimmen", "test");
        assertThat(library.images().find(ImageQuery.of("augen", 9))).hasSize(1);
        rescan();
        ImageMarks marks = library.images().get(image).marks();
        assertThat(marks.stars()).isEqualTo(4);
        assertThat(marks.comment()).isEqualTo("Die Augen stimmen");
        library.history().undo(library.history().newest(ItemKind.IMAGE, image));
        assertThat(library.images().get(image).marks().comment()).isEmpty();
        assertThatThrownBy(() -> library.images().set(image, ImageField.STARS, "6", "test"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("1 to 5 stars");
    }

    @Test
    void marksOfAnOlderVersionAreRead() throws IOException {
        Path file = image("a.png", 1);
        Files.writeString(
                file.resolveSibling("marks.json"),
                """
                {"format": 1, "images": {"a.png": {"liked": 1, "favourite": true, "tags": ["dusk"]}}}
                """);
        ImageMarks marks = library.images().index(file).marks();
        assertThat(marks).isEqualTo(new ImageMarks(1, true, List.of("dusk"), 0, ""));
        library.images().set("2026-05-01/a.png", ImageField.STARS, "3", "test");
        assertThat(Files.readString(file.resolveSibling("marks.json")))
                .contains("\"format\" : 2", "dusk", "\"stars\" : 3");
    }

    @Test
    void anImageBecomesAPictureByteForByteWithItsPromptAsCaption() throws IOException {
        String slug = mia();
        String image = image("a.png", 1, "");
        PictureRecord picked = library.characters().pick(slug, library.images().get(image));
        Path copy = workspace.originals(slug).resolve(picked.name());
        assertThat(copy).hasSameBinaryContentAs(library.images().path(library.images().get(image)));
        assertThat(copy.resolveSibling("a.txt")).hasContent("a mia in a garden");
        assertThat(library.characters().pictures(slug)).containsExactly(picked);
        assertThat(library.history().last(1).getFirst().why())
                .isEqualTo("picked from images/" + image);
        assertThatThrownBy(() -> library.characters().pick(slug, library.images().get(image)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is the same picture as a.png");
        library.history().undo(library.history().last(1).getFirst().id());
        assertThat(copy).doesNotExist();
    }
}
