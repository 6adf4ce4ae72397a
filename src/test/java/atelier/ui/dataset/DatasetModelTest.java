package atelier.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.AtelierException;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.model.generation.PromptTokens;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dataset panel's model over a real workspace, without a window. */
class DatasetModelTest {

    private static final int COUNT = 11;

    @TempDir private Path folder;
    private StudioFixture fixture;
    private Path originals;
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private DatasetModel model;

    @BeforeEach
    void open() throws IOException {
        fixture = StudioFixture.empty(folder.resolve("workspace"));
        StudioServices services = fixture.atOnce();
        originals = services.workspace().originals("mia");
        model = new DatasetModel(work(services), services.background(), toasts, undo, 64);
        model.open();
        Path source = Files.createDirectory(folder.resolve("mia"));
        for (int i = 0; i < COUNT; i++) {
            paint(source.resolve("%02d.png".formatted(i)), i, 80);
            if (i > 0) {
                Files.writeString(source.resolve("%02d.txt".formatted(i)), "mia, steppe, smiling");
            }
        }
        model.add(List.of(source));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void paint(Path file, long seed, int side) throws IOException {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private String caption(String name) throws IOException {
        return Files.readString(originals.resolve(name)).strip();
    }

    private Phrase toast() {
        return toasts.current().get().text();
    }

    @Test
    void theFirstPicturesMakeACharacterOfTheFoldersName() {
        assertThat(model.character().get().name()).isEqualTo("mia");
        assertThat(model.shown()).hasSize(COUNT);
        assertThat(model.chosen().get().number()).isEqualTo(1);
        assertThat(model.missing()).isZero();
        assertThat(toast()).isEqualTo(Phrase.of("dataset.added", COUNT));
    }

    @Test
    void filtersCountAndSift() {
        assertThat(model.count(DatasetFilter.UNCAPTIONED)).isEqualTo(1);
        model.filter().set(DatasetFilter.UNCAPTIONED);
        assertThat(model.shown()).extracting(DatasetItem::name).containsExactly("00.png");
        model.filter().set(DatasetFilter.ALL);
        assertThat(model.shown()).hasSize(COUNT);
    }

    @Test
    void goingOnSavesTheCaptionAndItsBadgeGoes() throws IOException {
        model.caption().text().set("mia by a yurt");
        assertThat(model.caption().state().get()).isEqualTo(CaptionModel.State.EDITED);
        model.next(1);
        assertThat(caption("00.txt")).isEqualTo("mia by a yurt");
        assertThat(model.count(DatasetFilter.UNCAPTIONED)).isZero();
        assertThat(model.caption().text().get()).isEqualTo("mia, steppe, smiling");
        model.next(-1);
        assertThat(model.caption().text().get()).isEqualTo("mia by a yurt");
        assertThat(model.caption().state().get()).isEqualTo(CaptionModel.State.SAVED);
    }

    /** Words, in place of the tokens of a vocabulary that is not there. */
    private static PromptTokens count(String caption) {
        if (caption.contains("(")) {
            throw new AtelierException("There is no vocabulary here: import one.");
        }
        return new PromptTokens(caption.split(" ").length, 75);
    }

    @Test
    void theLengthOfTheCaptionFollowsWhatIsTyped() {
        assertThat(model.caption().tokens().count().get()).as("of none").isNull();
        model.caption().text().set("mia by a yurt");
        assertThat(model.caption().tokens().count().get()).isEqualTo(new PromptTokens(4, 75));
        model.caption().text().set("mia (");
        assertThat(model.caption().tokens().count().get()).isNull();
        model.next(1);
        assertThat(model.caption().tokens().count().get()).isEqualTo(new PromptTokens(3, 75));
        assertThat(toasts.current().get().isFailure()).isFalse();
    }

    @Test
    void closingSavesWhatIsTyped() throws IOException {
        model.caption().text().set("unfinished");
        model.finish();
        assertThat(caption("00.txt")).isEqualTo("unfinished");
    }

    @Test
    void aCaptionThatCannotBeWrittenStaysOnTheScreen() throws IOException {
        Path picture = originals.resolve("00.png");
        byte[] content = Files.readAllBytes(picture);
        Files.delete(picture);
        model.caption().text().set("typed for long");
        model.caption().save();
        assertThat(model.caption().state().get()).isEqualTo(CaptionModel.State.FAILED);
        assertThat(model.caption().text().get()).isEqualTo("typed for long");
        assertThat(toasts.current().get().stays()).isTrue();
        model.next(1);
        toasts.close();
        assertThat(toasts.current().get()).as("it is told once").isNull();
        model.next(-1);
        assertThat(model.caption().text().get()).isEqualTo("typed for long");
        assertThat(model.caption().state().get()).isEqualTo(CaptionModel.State.FAILED);
        model.next(1);
        Files.write(picture, content);
        model.finish();
        assertThat(caption("00.txt")).isEqualTo("typed for long");
    }

    @Test
    void wordsAreReplacedInAllCaptionsAndTakenBack() throws IOException {
        model.replace("steppe", "city");
        assertThat(caption("05.txt")).isEqualTo("mia, city, smiling");
        assertThat(toast()).isEqualTo(Phrase.of("dataset.replaced", COUNT - 1));
        undo.undo();
        assertThat(caption("05.txt")).isEqualTo("mia, steppe, smiling");
        assertThat(model.report().get().tags()).anyMatch(tag -> tag.tag().equals("steppe"));
    }

    @Test
    void aPictureIsLeftOutBroughtBackAndLeftOutAgain() {
        model.leaveOut();
        assertThat(originals.resolve("00.png")).doesNotExist();
        assertThat(model.shown()).hasSize(COUNT - 1);
        assertThat(model.chosen().get().name()).isEqualTo("01.png");
        undo.undo();
        assertThat(originals.resolve("00.png")).exists();
        assertThat(model.shown()).hasSize(COUNT);
        undo.redo();
        assertThat(originals.resolve("00.png")).doesNotExist();
        undo.undo();
        assertThat(originals.resolve("00.png")).exists();
    }

    @Test
    void underTenPicturesAreMissing() {
        model.leaveOut();
        model.leaveOut();
        assertThat(model.missing()).isEqualTo(1);
    }

    @Test
    void wrongFilesAreRefusedWithTheReasonAndNothingIsLost() throws IOException {
        Path broken = folder.resolve("broken.png");
        Files.writeString(broken, "no picture");
        model.add(List.of(broken));
        Toast shown = toasts.current().get();
        assertThat(shown.stays()).isTrue();
        assertThat(model.shown()).hasSize(COUNT);
        model.add(List.of(folder.resolve("nowhere")));
        assertThat(model.shown()).hasSize(COUNT);
    }

    @Test
    void aLargerTrainingSizeEnlargesPictures() {
        assertThat(model.count(DatasetFilter.SMALL)).isZero();
        model.resolution().set(256);
        assertThat(model.count(DatasetFilter.SMALL)).isEqualTo(COUNT);
    }

    @Test
    void proposedCaptionsAreShownThenWrittenAndTakenBack() throws IOException {
        FakeTagging work = new FakeTagging();
        TaggingModel tagging = tagging(work);
        tagging.open();
        assertThat(work.looked).containsExactly("wd");
        assertThat(tagging.state().get()).isEqualTo(TaggingModel.State.SHOWN);
        assertThat(tagging.threshold().get()).isEqualTo(0.35);
        assertThat(tagging.changes()).hasSize(1);
        assertThat(originals.resolve("00.txt")).doesNotExist();
        tagging.write();
        assertThat(caption("00.txt")).endsWith("a hat by wd");
        assertThat(model.caption().text().get()).endsWith("a hat by wd");
        assertThat(toast()).isEqualTo(Phrase.of("dataset.replaced", 1));
        assertThat(tagging.state().get()).isEqualTo(TaggingModel.State.CLOSED);
        undo.undo();
        assertThat(originals.resolve("00.txt")).doesNotExist();
        undo.redo();
        assertThat(caption("00.txt")).endsWith("a hat by wd");
    }

    @Test
    void howCaptionsAreProposedIsChosenWithoutLookingAgain() {
        FakeTagging work = new FakeTagging();
        TaggingModel tagging = tagging(work);
        tagging.open();
        tagging.unwanted().set("hat, simple background ,");
        tagging.threshold().set(0.5);
        tagging.existing().set(ExistingCaptions.ADD);
        assertThat(work.looked).hasSize(1);
        TaggingWish last = work.wishes.getLast();
        assertThat(last.unwanted()).containsExactly("hat", "simple background");
        assertThat(last.threshold()).isEqualTo(0.5);
        assertThat(last.trigger()).isEqualTo(model.character().get().trigger());
        assertThat(tagging.changes()).isEmpty();
        tagging.tagger().set(FakeTagging.PORTRAIT);
        assertThat(work.looked).containsExactly("wd", "portrait");
        assertThat(tagging.threshold().get()).isEqualTo(0.9);
        tagging.close();
        tagging.open();
        assertThat(work.looked).containsExactly("wd", "portrait", "portrait");
    }

    @Test
    void whereThereIsNoTaggerItIsSaid() {
        FakeTagging work = new FakeTagging();
        work.taggers = List.of();
        TaggingModel tagging = tagging(work);
        tagging.open();
        assertThat(tagging.state().get()).isEqualTo(TaggingModel.State.CLOSED);
        assertThat(toast()).isEqualTo(Phrase.of("tagging.none"));
    }

    private TaggingModel tagging(FakeTagging work) {
        StudioServices services = fixture.atOnce();
        return new TaggingModel(work, model, work(services), services.background(), toasts);
    }

    private static DatasetWork work(StudioServices services) {
        return new DatasetWork(
                services.workspace(),
                services.library(),
                services.datasets(),
                services.captions(),
                DatasetModelTest::count,
                () -> false);
    }
}
