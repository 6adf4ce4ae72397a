package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.LeftOut;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ImageField;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.service.dataset.DatasetScanner;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.storage.database.OpenWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class LibraryServiceTest extends OpenLibrary {

    @Test
    void picturesAreCopiedWithTheirCaptionsAndTheSourceStays() throws IOException {
        Path data = drawn();
        List<String> before = content(data);
        String slug = mia();
        assertThat(slug).isEqualTo("mia-ёж");
        CharacterLibrary.Added added = add(slug, data);
        assertThat(added.added()).hasSize(10).isEqualTo(library.characters().pictures(slug));
        Path originals = workspace.originals(slug);
        for (PictureRecord picture : added.added()) {
            assertThat(originals.resolve(picture.name()))
                    .hasSameBinaryContentAs(data.resolve(picture.name()));
            assertThat(picture.sha256()).isEqualTo(Sha256.ofFile(data.resolve(picture.name())));
        }
        assertThat(originals.resolve("picture-00.txt")).hasContent("a round thing");
        assertThat(content(data)).isEqualTo(before);
        CharacterLibrary.Added again = add(slug, data);
        assertThat(again.added()).isEmpty();
        assertThat(again.leftOut())
                .filteredOn(left -> left.reason().contains("is the same picture as picture-00"))
                .hasSize(1);
        assertThat(library.characters().pictures(slug)).hasSize(10);
    }

    @Test
    void filesZipsAndFoldersOfOtherToolsAreTaken() throws IOException {
        Path data = drawn();
        List<Path> pictures;
        try (Stream<Path> files = Files.list(data)) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
        Path zip = folder.resolve("pictures.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inside/picture-00.png"));
            Files.copy(pictures.get(1), out);
            out.putNextEntry(new ZipEntry("inside/picture-00.txt"));
            out.write("from a zip".getBytes(StandardCharsets.UTF_8));
        }
        Path kohya = Files.createDirectories(folder.resolve("kohya/10_mia girl"));
        Files.copy(pictures.get(2), kohya.resolve("third.png"));
        Path bad = Files.writeString(folder.resolve("notes.png"), "no picture");
        String slug = mia();
        CharacterLibrary.Added added =
                add(slug, pictures.getFirst(), zip, folder.resolve("kohya"), bad);
        assertThat(added.added())
                .extracting(PictureRecord::name)
                .containsExactly("picture-00.png", "picture-00-2.png", "third.png");
        Path originals = workspace.originals(slug);
        assertThat(originals.resolve("picture-00.txt")).hasContent("a round thing");
        assertThat(originals.resolve("picture-00-2.txt")).hasContent("from a zip");
        assertThat(originals.resolve("third.txt")).hasContent("mia girl");
        assertThat(added.leftOut()).extracting(LeftOut::file).containsExactly(bad);
    }

    @Test
    void aCharacterLivesThroughItsStatesAndNoOthers() throws IOException {
        String slug = mia();
        assertThatThrownBy(() -> become(slug, CharacterState.READY))
                .isInstanceOf(AtelierException.class)
                .hasMessage("Mia Ёж! has no pictures: add some before it is ready.");
        add(slug, drawn());
        assertThatThrownBy(() -> become(slug, CharacterState.COMPLETED))
                .hasMessage(
                        "Mia Ёж! is draft and cannot become completed now: it may become ready.");
        become(slug, CharacterState.READY);
        assertThatThrownBy(
                        () -> library.characters().set(slug, CharacterField.TRIGGER, " ", "test"))
                .hasMessageStartingWith("Mia Ёж! has no trigger");
        become(slug, CharacterState.TRAINING);
        assertThatThrownBy(() -> library.characters().remove(slug, "test"))
                .hasMessageContaining("is being trained");
        become(slug, CharacterState.COMPLETED);
        become(slug, CharacterState.ERROR);
        become(slug, CharacterState.TRAINING);
        become(slug, CharacterState.ERROR);
        become(slug, CharacterState.DRAFT);
        assertThat(library.history().of(ItemKind.CHARACTER, slug))
                .extracting(AuditRow::field, AuditRow::old, AuditRow::now, AuditRow::who)
                .first()
                .isEqualTo(tuple("STATE", "ERROR", "DRAFT", "anna"));
        assertThat(library.history().of(ItemKind.CHARACTER, slug)).hasSize(8);
    }

    @Test
    void everyStateMayBecomeAnotherAndNoneItself() {
        for (CharacterState state : CharacterState.values()) {
            assertThat(state.next()).isNotEmpty().doesNotContain(state);
        }
    }

    @Test
    void anAdapterMustHaveWhatItsTypeNeeds() throws IOException {
        AdapterLibrary adapters = library.adapters();
        assertThatThrownBy(() -> adapters.add(LORA, AdapterType.PORTRAIT, "", "", "test"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("A portrait adapter needs a trigger phrase");
        assertThatThrownBy(() -> adapters.add(LORA, AdapterType.STYLE, "two words", "", "test"))
                .hasMessageContaining("A style adapter has one trigger word");
        assertThat(adapters.all()).isEmpty();
        AdapterRecord style = adapters.add(LORA, AdapterType.STYLE, "inkwash", "", "test");
        assertThat(adapters.path(style)).hasSameBinaryContentAs(LORA);
        assertThat(adapters.problems()).isEmpty();
        assertThatThrownBy(() -> adapters.add(LORA, AdapterType.GENERAL, "", "", "test"))
                .hasMessageContaining("is in the library already");
        assertThatThrownBy(() -> adapters.set(style.file(), AdapterField.TRIGGER, "", "test"))
                .hasMessageContaining("A style adapter needs a trigger word");
        adapters.set(style.file(), AdapterField.TYPE, AdapterType.PORTRAIT.name(), "test");
        adapters.set(style.file(), AdapterField.TRIGGER, "two words", "test");
        Files.delete(adapters.path(style));
        assertThat(adapters.problems())
                .singleElement()
                .asString()
                .startsWith("A portrait adapter needs its LoRA file");
        Path text = Files.writeString(folder.resolve("notes.safetensors"), "no adapter");
        assertThatThrownBy(() -> adapters.add(text, AdapterType.GENERAL, "", "", "test"))
                .isInstanceOf(AtelierException.class);
        assertThat(adapters.all()).hasSize(1);
    }

    @Test
    void repeatsOfFoldersStayAndRegularisationPicturesDoNotCome() throws IOException {
        Path data = drawn();
        List<String> places = List.of("img/10_mia", "img/3_mia far away", "img", "reg/1_woman");
        List<String> endings = List.of(".png", ".jpg", ".bmp", ".tiff");
        Path source = folder.resolve("kohya");
        for (int i = 0; i < places.size(); i++) {
            Path to = Files.createDirectories(source.resolve(places.get(i)));
            Files.copy(DrawnPictures.file(data, i), to.resolve(i + endings.get(i)));
        }
        String slug = mia();
        assertThat(add(slug, source).leftOut())
                .extracting(LeftOut::reason)
                .singleElement()
                .asString()
                .contains("3.tiff lies among regularisation pictures");
        Path originals = workspace.originals(slug);
        assertThat(shown(originals)).containsExactly("0.png 10", "1.jpg 3", "2.bmp 1");
        assertThat(originals.resolve("1.txt")).hasContent("mia far away");
        library.characters().removePicture(slug, "0.png", "test");
        Files.copy(DrawnPictures.file(data, 4), folder.resolve("0.png"));
        add(slug, folder.resolve("0.png"));
        assertThat(shown(originals))
                .as("another of that name")
                .containsExactly("0.png 1", "1.jpg 3", "2.bmp 1");
    }

    /** The pictures that training gets of a folder, and how often an epoch shows each. */
    private static List<String> shown(Path folder) {
        return new DatasetScanner(new PictureReader())
                        .look(
                                new DatasetOrder(
                                        folder,
                                        "mia",
                                        new DatasetOptions(false, true, DatasetOptions.WHITE),
                                        null),
                                ProgressListener.NONE,
                                new CancelToken())
                        .pictures()
                        .stream()
                        .map(picture ->
                                picture.file().getFileName() + " " + picture.subset().repeats())
                        .sorted()
                        .toList();
    }

    @Test
    void aFileThatIsBroughtGoesWhereItIsMissing() throws IOException {
        AdapterLibrary adapters = library.adapters();
        AdapterRecord style = adapters.add(LORA, AdapterType.STYLE, "inkwash", "", "test");
        assertThatThrownBy(() -> adapters.bring(LORA, "test"))
                .hasMessageContaining("is in the library already");
        Files.delete(adapters.path(style));
        assertThat(adapters.bring(LORA, "test")).isEqualTo(style);
        assertThat(adapters.all()).containsExactly(style);
        assertThat(adapters.path(style)).hasSameBinaryContentAs(LORA);
    }

    @Test
    void imagesAreFoundByWordsAndMarks() throws IOException {
        ImageLibrary images = library.images();
        String one = images.index(image("a.png", 1)).file();
        String two = images.index(image("b.png", 2)).file();
        images.set(one, ImageField.LIKED, "1", "liked");
        images.set(two, ImageField.TAGS, "Ёжик, in the fog,", "tagged");
        images.set(two, ImageField.FAVOURITE, "true", "starred");
        assertThat(images.find(ImageQuery.of("ёЖИК fog", 10)))
                .extracting(ImageRecord::file)
                .containsExactly(two);
        assertThat(images.find(ImageQuery.of("ёжик cat", 10))).isEmpty();
        assertThat(images.find(new ImageQuery("", 1, false, 0, 10)))
                .extracting(ImageRecord::file)
                .containsExactly(one);
        assertThat(images.find(new ImageQuery("", 0, true, 0, 10)))
                .extracting(image -> image.marks().tags())
                .containsExactly(List.of("Ёжик", "in the fog"));
        assertThat(images.count(ImageQuery.of("", 1))).isEqualTo(2);
        assertThat(images.find(new ImageQuery("", 0, false, 1, 10))).hasSize(1);
        Path elsewhere = folder.resolve("else.png");
        Files.copy(images.path(images.get(one)), elsewhere);
        assertThatThrownBy(() -> images.index(elsewhere))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("does not lie in");
    }

    @Test
    void theSampleComesIntoAnEmptyWorkspaceAndIntoNoOther() {
        Path sample = Path.of(System.getProperty("project.dir"), "sample-data", "character");
        CharacterRecord character =
                library.addSample(sample, ProgressListener.NONE, new CancelToken()).orElseThrow();
        assertThat(character.state()).isEqualTo(CharacterState.READY);
        assertThat(library.characters().pictures(character.slug())).hasSize(16);
        assertThat(workspace.originals(character.slug()).resolve("01.txt"))
                .hasSameTextualContentAs(sample.resolve("01.txt"));
        library.characters().remove(character.slug(), "not mine");
        assertThat(library.addSample(sample, ProgressListener.NONE, new CancelToken())).isEmpty();
    }

    @Test
    void aSecondProcessChangesNothing() throws IOException {
        String slug = mia();
        List<String> before = content();
        // As another process would, which has no lock of its own.
        FolderLocks locks = OpenWorkspace.locks();
        close();
        try (OpenWorkspace _ = OpenWorkspace.open(workspace, locks);
                OpenWorkspace second = OpenWorkspace.open(workspace, locks)) {
            LibraryService looking =
                    new LibraryService(second, new PictureReader(), Clock.systemUTC(), "bob");
            assertThat(looking.characters().get(slug).name()).isEqualTo("Mia Ёж!");
            assertThatThrownBy(
                            () -> looking.characters().set(slug, CharacterField.NAME, "x", "test"))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("can only be looked at here");
            assertThatThrownBy(
                            () -> looking.files().rescan(ProgressListener.NONE, new CancelToken()))
                    .isInstanceOf(AtelierException.class);
        }
        open();
        assertThat(content()).isEqualTo(before);
    }
}
