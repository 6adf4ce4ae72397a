package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ImageField;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.PictureRecord;
import atelier.model.library.RelinkReport;
import atelier.model.library.RepairReport;
import atelier.model.library.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Faults of every kind are found together, repaired together, and taken back together. */
class PlantedFaultsTest extends OpenLibrary {

    /** What is of no use in a workspace of faults, as its repair is for its owner to say. */
    private static final Set<HealthTrouble> BY_HAND =
            EnumSet.of(
                    HealthTrouble.TRIGGER_UNKNOWN,
                    HealthTrouble.TRIGGER_WORDS,
                    HealthTrouble.TRIGGER_TWICE);

    private AdapterRecord adapter(String name, AdapterType type, String character)
            throws IOException {
        Path file = lora();
        AdapterRecord added =
                library.adapters().add(file, type, "word" + copies, character, "test");
        return library.adapters().set(added.file(), AdapterField.NAME, name, "test");
    }

    private String character(String name) {
        return library.characters().create(name, AdapterType.PORTRAIT, "word").slug();
    }

    private Path path(AdapterRecord adapter) {
        return library.adapters().path(adapter);
    }

    private static void write(Path card, AdapterRecord content) {
        Card.ofAdapters().write(card, content);
    }

    private static void write(Path card, CharacterRecord content) {
        Card.ofCharacters().write(card, content);
    }

    /** As if the index and the card were written by another hand. */
    private void force(AdapterRecord adapter) {
        write(library.adapters().card(adapter.file()), adapter);
        open.database().change(connection -> AdapterRows.save(connection, adapter));
    }

    private void force(CharacterRecord character) {
        write(library.characters().card(character.slug()), character);
        open.database().change(connection -> CharacterRows.save(connection, character));
    }

    private void plantInAdapters() throws IOException {
        // 1 moved, 2 missing, 3 damaged, 4 damaged with a copy, 5 changed, 6 not listed, 7 twice.
        Files.move(
                path(adapter("moved", AdapterType.STYLE, "")),
                Files.createDirectories(workspace.models()).resolve("moved.safetensors"));
        Files.delete(path(adapter("missing", AdapterType.STYLE, "")));
        Files.write(
                path(adapter("cut", AdapterType.STYLE, "")),
                Arrays.copyOf(Files.readAllBytes(LORA), 300));
        AdapterRecord copied = adapter("copied", AdapterType.STYLE, "");
        Files.copy(path(copied), workspace.models().resolve("copy.safetensors"));
        Files.write(path(copied), Arrays.copyOf(Files.readAllBytes(LORA), 301));
        AdapterRecord changed = adapter("changed", AdapterType.STYLE, "");
        byte[] other = Files.readAllBytes(path(changed));
        other[other.length - 1] ^= 1;
        Files.write(path(changed), other);
        Files.copy(lora(), workspace.adapters().resolve("unlisted.safetensors"));
        AdapterRecord first = adapter("first", AdapterType.STYLE, "");
        Path twin = workspace.adapters().resolve("twin.safetensors");
        Files.copy(path(first), twin);
        force(
                new AdapterRecord(
                        "twin.safetensors",
                        "twin",
                        AdapterType.STYLE,
                        "word",
                        "",
                        "",
                        false,
                        List.of(),
                        first.sha256(),
                        first.bytes(),
                        first.added().plusSeconds(1),
                        false));
        // 8 no trigger, 9 of nobody, 10 of another type, 11 and 12 of the same names.
        String owner = character("Owner");
        force(adapter("mute", AdapterType.PORTRAIT, owner).with(AdapterField.TRIGGER, ""));
        force(adapter("orphan", AdapterType.STYLE, "").with(AdapterField.CHARACTER, "nobody"));
        adapter("misfit", AdapterType.STYLE, character("Typed"));
        adapter("same", AdapterType.STYLE, "");
        adapter("same", AdapterType.STYLE, "");
        character("Double");
        character("Double");
        // 13 card gone, 14 damaged, 15 of another, 16 another than the index.
        Files.delete(library.adapters().card(adapter("bare", AdapterType.STYLE, "").file()));
        Files.writeString(
                library.adapters().card(adapter("torn", AdapterType.STYLE, "").file()), "{");
        AdapterRecord stranger = adapter("stranger", AdapterType.STYLE, "");
        write(library.adapters().card(stranger.file()), first);
        AdapterRecord edited = adapter("edited", AdapterType.STYLE, "");
        write(
                library.adapters().card(edited.file()),
                edited.with(AdapterField.NOTE, "written by hand"));
    }

    private void plantInCharacters() throws IOException {
        // 17 pictures gone and 18 others, 19 trained by nobody, 20 too early, 21 without adapter.
        String pictured = character("Pictured");
        add(pictured, drawn());
        Path originals = workspace.originals(pictured);
        Files.move(originals.resolve("picture-00.png"), originals.resolve("renamed.png"));
        force(with(character("Trained"), CharacterState.TRAINING));
        force(with(character("Early"), CharacterState.READY));
        force(with(character("Done"), CharacterState.COMPLETED));
        // 22 a folder that is not in the index.
        Files.createDirectories(workspace.originals("wanderer"));
    }

    private CharacterRecord with(String slug, CharacterState state) {
        return library.characters().get(slug).with(CharacterField.STATE, state.name());
    }

    private void plantInTheRest() throws IOException {
        // 23 to 25 images gone, new and changed; 26 and 27 runs gone and damaged; 28 a model.
        Path gone = image("gone.png", 1);
        library.images().index(gone);
        Files.delete(gone);
        image("new.png", 2);
        Path changed = image("changed.png", 3);
        library.images().index(changed);
        Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2026-05-02T10:00:00Z")));
        RunRecord run = new RunRecord("20260101-gone", "word", Instant.EPOCH, 5, false);
        open.database().change(connection -> RunRows.save(connection, run));
        Path damaged = Files.createDirectories(workspace.runs().resolve("20260102-torn"));
        Files.writeString(damaged.resolve("plan.json"), "{");
        Files.write(
                workspace.models().resolve("half.safetensors"),
                Arrays.copyOf(Files.readAllBytes(LORA), 302));
    }

    private List<HealthFinding> found() {
        return library.health().check(true, ProgressListener.NONE, new CancelToken()).findings();
    }

    private static List<HealthTrouble> troubles(List<HealthFinding> findings) {
        return findings.stream().map(HealthFinding::trouble).sorted().toList();
    }

    /** Everything that the index says. */
    private List<Object> index() {
        List<Object> all = new ArrayList<>();
        List<CharacterRecord> characters = library.characters().all();
        all.addAll(characters);
        for (CharacterRecord character : characters) {
            all.addAll(library.characters().pictures(character.slug()));
        }
        all.addAll(library.adapters().all());
        all.addAll(library.images().find(ImageQuery.of("", 99)));
        all.addAll(library.runs().all());
        return all;
    }

    @Test
    void allAreFoundRepairedAndTakenBack() throws IOException {
        plantInAdapters();
        plantInCharacters();
        plantInTheRest();
        List<HealthFinding> planted = found();
        List<String> files = content();
        List<Object> index = index();
        Set<HealthTrouble> repairable =
                Arrays.stream(HealthTrouble.values())
                        .filter(HealthTrouble::canBeRepaired)
                        .filter(trouble -> !isOfRunsThatAreSound(trouble))
                        .collect(Collectors.toSet());
        assertThat(planted).hasSizeGreaterThanOrEqualTo(25);
        assertThat(troubles(planted)).containsAll(repairable).doesNotContainAnyElementsOf(BY_HAND);
        assertThat(content()).as("looking changes nothing").isEqualTo(files);

        RepairReport report =
                library.health().repairAll(true, ProgressListener.NONE, new CancelToken());
        assertThat(report.failed()).isEmpty();
        assertThat(report.left().findings()).isEmpty();
        assertThat(report.repaired()).hasSizeGreaterThanOrEqualTo(planted.size());
        assertThat(library.adapters().all())
                .extracting(AdapterRecord::name)
                .contains("moved", "copied", "same", "same 2", "unlisted", "edited")
                .doesNotContain("missing", "cut", "twin");
        assertThat(library.history().last(1).getFirst())
                .satisfies(row -> {
                    assertThat(row.who()).isEqualTo("anna");
                    assertThat(row.why()).startsWith("found by the health check of 2026-05-01");
                });
        assertThat(rescan().problems()).as("the files say the same by now").isEmpty();
        assertThat(found()).isEmpty();

        assertThat(library.health().undoLast()).isGreaterThanOrEqualTo(planted.size());
        assertThat(withoutTimes(index())).containsExactlyInAnyOrderElementsOf(withoutTimes(index));
        assertThat(content()).isEqualTo(files);
        assertThat(found()).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(library.health().undoLast()).as("there is nothing more").isZero();
    }

    /** Those need a run that was trained: {@code RunsInTheLibraryTest} has one. */
    private static boolean isOfRunsThatAreSound(HealthTrouble trouble) {
        return trouble == HealthTrouble.RUNS_NEW || trouble == HealthTrouble.RUNS_CHANGED;
    }

    /** A picture that is read again from its file has the file's time. */
    private static List<Object> withoutTimes(List<Object> index) {
        return index.stream()
                .map(one ->
                        one instanceof PictureRecord picture
                                ? picture.character() + picture.name() + picture.sha256()
                                : one)
                .toList();
    }

    @Test
    void anotherSubjectMayNotHaveTheSameTrigger() throws IOException {
        String mia = character("Mia");
        AdapterRecord first = adapter("first", AdapterType.PORTRAIT, mia);
        AdapterRecord later = adapter("later", AdapterType.PORTRAIT, mia);
        AdapterRecord other = adapter("other", AdapterType.STYLE, "");
        force(later.with(AdapterField.TRIGGER, first.trigger()));
        assertThat(found()).as("of one character").isEmpty();
        force(other.with(AdapterField.TRIGGER, first.trigger().toUpperCase(Locale.ROOT)));
        assertThat(found())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.trouble()).isEqualTo(HealthTrouble.TRIGGER_TWICE);
                    assertThat(finding.name()).isEqualTo("other");
                    assertThat(finding.detail()).isEqualTo("first");
                });
        library.health().repairAll(true, ProgressListener.NONE, new CancelToken());
        assertThat(found()).as("its owner decides").hasSize(1);
    }

    @Test
    void aLookCanBeStopped() throws IOException {
        adapter("one", AdapterType.STYLE, "");
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() -> library.health().check(true, progress -> cancel.cancel(), cancel))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aListLinksTheFilesOfTheSameContentAgain() throws IOException {
        AdapterRecord first = adapter("first", AdapterType.STYLE, "");
        AdapterRecord second = adapter("second", AdapterType.STYLE, "");
        Path far = Files.createDirectories(folder.resolve("far away"));
        Files.move(path(first), far.resolve("a.safetensors"));
        Files.move(path(second), far.resolve("b.safetensors"));
        Path other = lora();
        Path list =
                Files.writeString(
                        folder.resolve("moves.txt"),
                        """
                        # where they went
                        /old/place/%s -> far away/a.safetensors

                        %s -> %s
                        unknown.safetensors -> far away/b.safetensors
                        """
                                .formatted(first.file(), second.file(), other));
        RelinkReport report =
                library.relinks().relink(list, ProgressListener.NONE, new CancelToken());
        assertThat(report.relinked()).containsExactly("first");
        assertThat(report.failed())
                .satisfiesExactly(
                        one -> assertThat(one).contains("is another file than second was"),
                        one -> assertThat(one).contains("There is no adapter unknown"));
        assertThat(path(first)).exists();
        assertThat(path(second)).doesNotExist();
        AuditRow row = library.history().named("first").getFirst();
        assertThat(row.why()).isEqualTo("relinked from a list");
        library.history().undo(row.id());
        assertThat(path(first)).doesNotExist();
        Files.writeString(list, "only one");
        assertThatThrownBy(() ->
                        library.relinks().relink(list, ProgressListener.NONE, new CancelToken()))
                .hasMessageContaining("Line 1 of");
    }

    @Test
    void imagesKeepTheirMarksThroughRepairsAndBack() throws IOException {
        Path file = image("a.png", 1);
        ImageRecord image = library.images().index(file);
        library.images().set(image.file(), ImageField.LIKED, "1", "test");
        Files.delete(file);
        library.health().repairAll(false, ProgressListener.NONE, new CancelToken());
        assertThat(library.images().find(ImageQuery.of("", 9))).isEmpty();
        library.health().undoLast();
        assertThat(library.images().get(image.file()).marks().liked()).isEqualTo(1);
    }
}
