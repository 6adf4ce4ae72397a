package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.dataset.LeftOut;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.model.library.Workspace;
import atelier.service.dataset.MaskMaker;
import atelier.service.prompt.PlainPrompt;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The characters of a workspace and their pictures, which are copied into it and never changed.
 * Every change is in the history. Methods wait for the disk.
 */
public final class CharacterLibrary {

    /** The card in a character's folder. */
    static final String CARD = "character.json";

    private static final String FOLDER = "characters/";

    private final Library library;
    private final PictureImport pictures;
    private final Card<CharacterRecord> cards = Card.ofCharacters();

    CharacterLibrary(Library library, PictureReader reader) {
        this.library = library;
        this.pictures = new PictureImport(reader);
    }

    /** Every character, archived ones too, favourites first, then by name. */
    public List<CharacterRecord> all() {
        return library.database().read(CharacterRows::all);
    }

    /** Those that are not archived, in the same order: what there is to choose from. */
    public List<CharacterRecord> current() {
        return all().stream().filter(character -> !character.archived()).toList();
    }

    /**
     * The character of that slug.
     *
     * @throws AtelierException if there is none
     */
    public CharacterRecord get(String slug) {
        return library.database()
                .find(connection -> CharacterRows.find(connection, slug))
                .orElseThrow(() ->
                        new AtelierException(
                                "There is no character %s: choose another, or rescan the library."
                                        .formatted(slug)));
    }

    /** The pictures of a character, by name. */
    public List<PictureRecord> pictures(String slug) {
        return library.database().read(connection -> CharacterRows.pictures(connection, slug));
    }

    /** Begins a character. */
    public synchronized CharacterRecord create(String name, AdapterType type, String trigger) {
        library.requireWritable();
        CharacterRecord character =
                new CharacterRecord(
                        freeSlug(name),
                        name,
                        type,
                        trigger.strip(),
                        CharacterState.DRAFT,
                        "",
                        false,
                        List.of(),
                        library.now(),
                        false);
        OutputFolder.prepare(library.workspace().originals(character.slug()));
        cards.write(card(character.slug()), character);
        library.database()
                .change(connection -> {
                    CharacterRows.save(connection, character);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.CHARACTER,
                                    character.slug(),
                                    AuditRow.PLACE,
                                    "",
                                    FOLDER + character.slug(),
                                    "made");
                });
        return character;
    }

    private String freeSlug(String name) {
        String slug = Workspace.slug(name);
        String first = slug.isEmpty() ? "character" : slug;
        String free = first;
        for (int number = 2;
                Files.exists(library.workspace().characters().resolve(free));
                number++) {
            free = first + "-" + number;
        }
        return free;
    }

    /** Where the card of a character lies. */
    Path card(String slug) {
        return library.workspace().characters().resolve(slug).resolve(CARD);
    }

    /**
     * Changes a field.
     *
     * @param value as {@link CharacterField} has it
     * @param why in a few words, for the history
     * @throws AtelierException if the character may not become that, or it cannot be saved
     */
    public synchronized CharacterRecord set(
            String slug, CharacterField field, String value, String why) {
        library.requireWritable();
        CharacterRecord before = get(slug);
        CharacterRecord after = before.with(field, value);
        if (!after.equals(before)) {
            check(before, after);
        }
        return put(before, after, field, why);
    }

    /** Gives a field the value that it had before a repair, whether that may be or not. */
    synchronized void putBack(String slug, CharacterField field, String value, String why) {
        CharacterRecord before = get(slug);
        put(before, before.with(field, value), field, why);
    }

    private CharacterRecord put(
            CharacterRecord before, CharacterRecord after, CharacterField field, String why) {
        String slug = before.slug();
        if (after.equals(before)) {
            return before;
        }
        cards.write(card(slug), after);
        library.database()
                .change(connection -> {
                    CharacterRows.save(connection, after);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.CHARACTER,
                                    slug,
                                    field.name(),
                                    before.value(field),
                                    after.value(field),
                                    why);
                });
        return after;
    }

    private void check(CharacterRecord before, CharacterRecord after) {
        if (after.name().isBlank()) {
            throw new AtelierException("A character needs a name: write one.");
        }
        CharacterState state = after.state();
        if (state != before.state() && !before.state().next().contains(state)) {
            throw new AtelierException(
                    "%s is %s and cannot become %s now: it may become %s."
                            .formatted(
                                    before.name(),
                                    word(before.state()),
                                    word(state),
                                    String.join(
                                            " or ",
                                            before.state().next().stream()
                                                    .sorted()
                                                    .map(CharacterLibrary::word)
                                                    .toList())));
        }
        if (after.archived() && state == CharacterState.TRAINING) {
            throw new AtelierException(
                    "%s is being trained: stop the training, or archive it when it is done."
                            .formatted(after.name()));
        }
        boolean trained = state != CharacterState.DRAFT && state != CharacterState.ERROR;
        if (trained && after.trigger().isBlank()) {
            throw new AtelierException(
                    "%s has no trigger: choose a word or a phrase that shall call the subject up."
                            .formatted(after.name()));
        }
        if (state == CharacterState.READY && pictures(after.slug()).isEmpty()) {
            throw new AtelierException(
                    "%s has no pictures: add some before it is ready.".formatted(after.name()));
        }
    }

    private static String word(CharacterState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What came of adding pictures.
     *
     * @param added in the order in which they were copied
     * @param leftOut everything else, with why
     */
    public record Added(List<PictureRecord> added, List<LeftOut> leftOut) {

        /** Copies the lists. */
        public Added {
            added = List.copyOf(added);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Copies pictures and their captions to a character. Those copied before it is cancelled or
     * fails stay.
     *
     * @param sources files, folders, zips, or folders as other tools have them
     */
    public synchronized Added add(
            String slug, List<Path> sources, ProgressListener progress, CancelToken cancel) {
        library.requireWritable();
        get(slug);
        Path folder = library.workspace().originals(slug);
        OutputFolder.prepare(folder);
        Map<String, String> present = byContent(slug);
        List<PictureRecord> added = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Path source : sources) {
            leftOut.addAll(
                    pictures.copy(
                            source,
                            folder,
                            present,
                            copied ->
                                    added.add(
                                            note(
                                                    slug,
                                                    copied,
                                                    "added from " + source.getFileName())),
                            progress,
                            cancel));
        }
        return new Added(added, leftOut);
    }

    /** The names of the pictures, by their hashes. */
    private Map<String, String> byContent(String slug) {
        Map<String, String> present = new HashMap<>();
        pictures(slug).forEach(picture -> present.put(picture.sha256(), picture.name()));
        return present;
    }

    /**
     * Copies an image of the gallery to a character's pictures, byte for byte, so that it still
     * says how it was made. Its prompt becomes its caption, to be edited.
     *
     * @throws AtelierException if the character has it already, or it cannot be read or copied
     */
    public synchronized PictureRecord pick(String slug, ImageRecord image) {
        library.requireWritable();
        get(slug);
        Path folder = library.workspace().originals(slug);
        OutputFolder.prepare(folder);
        Map<String, String> present = byContent(slug);
        List<PictureRecord> picked = new ArrayList<>();
        List<LeftOut> leftOut =
                pictures.copyFile(
                        library.workspace().images().resolve(image.file()),
                        null,
                        PlainPrompt.of(image.prompt()),
                        folder,
                        present,
                        copied ->
                                picked.add(
                                        note(slug, copied, "picked from images/" + image.file())));
        if (picked.isEmpty()) {
            throw new AtelierException(leftOut.getFirst().reason());
        }
        return picked.getFirst();
    }

    private PictureRecord note(String slug, PictureImport.Copied copied, String why) {
        Instant now = library.now();
        PictureRecord picture =
                new PictureRecord(slug, copied.name(), copied.sha256(), copied.bytes(), now);
        library.database()
                .change(connection -> {
                    CharacterRows.save(connection, picture);
                    auditPicture(connection, picture, "", place(slug, copied.name()), why);
                });
        return picture;
    }

    private static String place(String slug, String name) {
        return FOLDER + slug + "/originals/" + name;
    }

    /** Moves a picture, its caption and its mask to the trash. */
    public synchronized void removePicture(String slug, String name, String why) {
        library.requireWritable();
        Path file = library.workspace().originals(slug).resolve(name);
        Path mask = MaskMaker.file(library.workspace().masks(slug), file);
        String trash = library.trash().put(List.of(file, PictureImport.caption(file), mask));
        library.database()
                .change(connection -> {
                    CharacterRows.deletePicture(connection, slug, name);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.PICTURE,
                                    slug + "/" + name,
                                    AuditRow.PLACE,
                                    place(slug, name),
                                    trash,
                                    why);
                });
    }

    /**
     * Takes the pictures that are there for those of a character, in place of what the index says.
     *
     * @param present those that are there
     */
    synchronized void reread(String slug, List<PictureRecord> present, String why) {
        library.requireWritable();
        Map<String, PictureRecord> known = new HashMap<>();
        pictures(slug).forEach(picture -> known.put(picture.name(), picture));
        IndexEntries entries = new IndexEntries(library);
        library.database()
                .change(connection -> {
                    for (PictureRecord picture : present) {
                        PictureRecord before = known.remove(picture.name());
                        if (before == null || !before.sha256().equals(picture.sha256())) {
                            entries.change(connection, before, picture, why);
                        }
                    }
                    for (PictureRecord gone : known.values()) {
                        entries.change(connection, gone, null, why);
                    }
                });
    }

    private void auditPicture(
            Connection connection, PictureRecord picture, String old, String now, String why)
            throws SQLException {
        library.audit()
                .add(
                        connection,
                        ItemKind.PICTURE,
                        picture.character() + "/" + picture.name(),
                        AuditRow.PLACE,
                        old,
                        now,
                        why);
    }

    /** Moves a character with all its pictures to the trash. */
    public synchronized void remove(String slug, String why) {
        library.requireWritable();
        CharacterRecord character = get(slug);
        if (character.state() == CharacterState.TRAINING) {
            throw new AtelierException(
                    "%s is being trained: stop the training first.".formatted(character.name()));
        }
        String trash = library.trash().put(List.of(library.workspace().characters().resolve(slug)));
        library.database()
                .change(connection -> {
                    CharacterRows.delete(connection, slug);
                    library.audit()
                            .add(
                                    connection,
                                    ItemKind.CHARACTER,
                                    slug,
                                    AuditRow.PLACE,
                                    FOLDER + slug,
                                    trash,
                                    why);
                });
    }
}
