package atelier.service.library;

import atelier.engine.lora.AdapterFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.ItemKind;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The adapters of a workspace. Each is of a type, and has what its type must have; each has a card
 * beside its file. Every change is in the history. Methods wait for the disk.
 */
public final class AdapterLibrary {

    /** How the names of adapters' files end. */
    static final String ENDING = ".safetensors";

    private static final String FOLDER = "adapters/";

    private final Library library;
    private final Card<AdapterRecord> cards = Card.ofAdapters();

    AdapterLibrary(Library library) {
        this.library = library;
    }

    /** Every adapter, archived ones too, favourites first, then by name. */
    public List<AdapterRecord> all() {
        return library.database().read(AdapterRows::all);
    }

    /** Those that are not archived, in the same order: what there is to choose from. */
    public List<AdapterRecord> current() {
        return all().stream().filter(adapter -> !adapter.archived()).toList();
    }

    /**
     * The adapter of that file.
     *
     * @throws AtelierException if there is none
     */
    public AdapterRecord get(String file) {
        return library.database()
                .find(connection -> AdapterRows.find(connection, file))
                .orElseThrow(() ->
                        new AtelierException(
                                "There is no adapter %s in the library: add it, or rescan the library."
                                        .formatted(file)));
    }

    /** Where an adapter's file lies. */
    public Path path(AdapterRecord adapter) {
        return library.workspace().adapters().resolve(adapter.file());
    }

    /**
     * What is wrong with the adapters: of each that is not fit for use a sentence that says what to
     * do.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (AdapterRecord adapter : all()) {
            String problem = problem(adapter);
            if (!problem.isEmpty()) {
                problems.add(problem);
            }
        }
        return problems;
    }

    /** What an adapter lacks of what its type must have, the gravest first. */
    public AdapterFault fault(AdapterRecord adapter) {
        return adapter.type().fault(adapter.trigger(), Files.isRegularFile(path(adapter)));
    }

    /**
     * What an adapter's file says of itself.
     *
     * @throws AtelierException if it is not there, cannot be read, or is no adapter
     */
    public AdapterInfo info(AdapterRecord adapter) {
        return AdapterFile.open(path(adapter)).info();
    }

    private String problem(AdapterRecord adapter) {
        return adapter.type()
                .problem(adapter.name(), adapter.trigger(), Files.isRegularFile(path(adapter)));
    }

    /**
     * Copies an adapter into the library.
     *
     * @param file a LoRA file of any layout that can be read
     * @param type what it teaches
     * @param trigger what calls it up; empty to take what the file says
     * @param character slug of the character that it was trained on; empty for none
     * @throws AtelierException if the file is no adapter, is there already, or lacks what its type
     *     must have
     */
    public synchronized AdapterRecord add(
            Path file, AdapterType type, String trigger, String character, String why) {
        library.requireWritable();
        AdapterInfo info = AdapterFile.open(file).info();
        String sha256 = Sha256.ofFile(file);
        withContent(sha256)
                .ifPresent(there -> {
                    throw new AtelierException(
                            "%s is in the library already, as %s.".formatted(file, there.name()));
                });
        AdapterRecord adapter = record(freeName(file), info, type, trigger, character, sha256);
        String problem = type.problem(adapter.name(), adapter.trigger(), true);
        if (!problem.isEmpty()) {
            throw new AtelierException(problem);
        }
        OutputFolder.prepare(library.workspace().adapters());
        AtomicFiles.replace(path(adapter), out -> Files.copy(file, out));
        take(adapter, why);
        return adapter;
    }

    /**
     * Takes a file in as it comes: puts it back where it is missing, else adds it as what it says
     * of itself.
     *
     * @throws AtelierException if the file is no adapter, or is there already
     */
    public synchronized AdapterRecord bring(Path file, String why) {
        AdapterRecord missing =
                withContent(Sha256.ofFile(file))
                        .filter(there -> !Files.isRegularFile(path(there)))
                        .orElse(null);
        if (missing != null) {
            relink(missing.file(), file, why);
            return missing;
        }
        AdapterInfo info = AdapterFile.open(file).info();
        AdapterType type = AdapterRecords.type(file.getFileName().toString(), info);
        return add(file, type, "", "", why);
    }

    /** Takes an adapter whose file lies in the folder already into the index. */
    synchronized void take(AdapterRecord adapter, String why) {
        library.requireWritable();
        cards.write(card(adapter.file()), adapter);
        change(adapter, AuditRow.PLACE, "", FOLDER + adapter.file(), why);
    }

    private void change(AdapterRecord adapter, String field, String old, String now, String why) {
        library.database()
                .change(connection -> {
                    AdapterRows.save(connection, adapter);
                    audit(connection, adapter.file(), field, old, now, why);
                });
    }

    /**
     * Puts the file of an adapter back where it is missing or another one; what lay there goes to
     * the trash.
     *
     * @param source has the content that the adapter had; it stays, unless it lies in the folder of
     *     adapters under a name that the index does not know, where it gets its name again
     * @throws AtelierException if it has another content, or cannot be copied
     */
    public synchronized void relink(String file, Path source, String why) {
        library.requireWritable();
        AdapterRecord adapter = get(file);
        if (!Sha256.ofFile(source).equals(adapter.sha256())) {
            throw new AtelierException(
                    "%s is another file than %s was: add it as an adapter of its own."
                            .formatted(source, adapter.name()));
        }
        Path target = path(adapter);
        String before = Files.exists(target) ? library.trash().put(List.of(target)) : "";
        OutputFolder.prepare(library.workspace().adapters());
        if (isUnlisted(source)) {
            move(source, target);
        } else {
            AtomicFiles.replace(target, out -> Files.copy(source, out));
        }
        change(adapter, AuditRow.FILE, before, FOLDER + file, why);
    }

    private boolean isUnlisted(Path source) {
        return library.workspace().adapters().equals(source.getParent())
                && all().stream().noneMatch(one -> path(one).equals(source));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailures.writing(to, e);
        }
    }

    /** Takes back that a file was put back: it goes to the trash, and what lay there comes back. */
    synchronized void unlink(String file, String before, String why) {
        AdapterRecord adapter = get(file);
        String trash = library.trash().put(List.of(path(adapter)));
        if (!before.isEmpty()) {
            library.trash().restore(before);
        }
        change(adapter, AuditRow.FILE, FOLDER + file, trash, why);
    }

    /**
     * Takes the file of an adapter as it is now for the right one.
     *
     * @throws AtelierException if it is not there, or is no adapter
     */
    public synchronized void accept(String file, String why) {
        library.requireWritable();
        AdapterRecord before = get(file);
        Path content = path(before);
        setContent(before, Sha256.ofFile(content), info(before).bytes(), why);
    }

    /** Takes back that a content was taken for the right one; the file stays as it is. */
    synchronized void setContent(String file, Content content, String why) {
        setContent(get(file), content.sha256(), content.bytes(), why);
    }

    private void setContent(AdapterRecord before, String sha256, long bytes, String why) {
        String file = before.file();
        AdapterRecord after = before.withContent(sha256, bytes);
        cards.write(card(file), after);
        change(after, AuditRow.CONTENT, Content.of(before).text(), Content.of(after).text(), why);
    }

    /** What the history keeps of a file's content. */
    record Content(String sha256, long bytes) {

        private static final String BETWEEN = " ";

        static Content of(AdapterRecord adapter) {
            return new Content(adapter.sha256(), adapter.bytes());
        }

        /** From the history; empty where an older version kept only the hash. */
        static Optional<Content> read(String text) {
            int between = text.indexOf(BETWEEN);
            return between < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Content(
                                    text.substring(0, between),
                                    Long.parseLong(text.substring(between + 1))));
        }

        String text() {
            return sha256 + BETWEEN + bytes;
        }
    }

    private Optional<AdapterRecord> withContent(String sha256) {
        return all().stream().filter(adapter -> adapter.sha256().equals(sha256)).findFirst();
    }

    /**
     * The adapter of the same content, if the library has it; else copies it as {@link #add} does.
     */
    public synchronized AdapterRecord addOnce(
            Path file, AdapterType type, String trigger, String character, String why) {
        return withContent(Sha256.ofFile(file))
                .orElseGet(() -> add(file, type, trigger, character, why));
    }

    private void audit(
            Connection connection, String file, String field, String old, String now, String why)
            throws SQLException {
        library.audit().add(connection, ItemKind.ADAPTER, file, field, old, now, why);
    }

    private AdapterRecord record(
            String name,
            AdapterInfo info,
            AdapterType type,
            String trigger,
            String character,
            String sha256) {
        return AdapterRecords.of(name, info, type, trigger, character, sha256, library.now());
    }

    private String freeName(Path file) {
        String stem = PictureImport.stem(file.getFileName().toString());
        String free = stem;
        for (int number = 2;
                Files.exists(library.workspace().adapters().resolve(free + ENDING));
                number++) {
            free = stem + "-" + number;
        }
        return free + ENDING;
    }

    /** Where the card of an adapter lies. */
    Path card(String file) {
        return card(library.workspace().adapters().resolve(file));
    }

    /** Where the card of an adapter's file lies. */
    static Path card(Path file) {
        return file.resolveSibling(PictureImport.stem(file.getFileName().toString()) + ".json");
    }

    /**
     * Changes a field.
     *
     * @param value as {@link AdapterField} has it
     * @param why in a few words, for the history
     * @throws AtelierException if it would then lack what its type must have, or cannot be saved
     */
    public synchronized AdapterRecord set(
            String file, AdapterField field, String value, String why) {
        library.requireWritable();
        AdapterRecord before = get(file);
        AdapterRecord after = before.with(field, value);
        boolean fit = field != AdapterField.TYPE && field != AdapterField.TRIGGER;
        String problem = fit || after.equals(before) ? "" : problem(after);
        if (!problem.isEmpty()) {
            throw new AtelierException(problem);
        }
        return put(before, field, value, why);
    }

    /** Gives a field the value that it had before a repair, whether that is right or not. */
    synchronized void putBack(String file, AdapterField field, String value, String why) {
        put(get(file), field, value, why);
    }

    private AdapterRecord put(AdapterRecord before, AdapterField field, String value, String why) {
        String file = before.file();
        AdapterRecord after = before.with(field, value);
        if (after.equals(before)) {
            return before;
        }
        cards.write(card(file), after);
        change(after, field.name(), before.value(field), after.value(field), why);
        return after;
    }

    /** Moves an adapter to the trash. */
    public synchronized void remove(String file, String why) {
        library.requireWritable();
        AdapterRecord adapter = get(file);
        String trash = library.trash().put(List.of(path(adapter), card(file)));
        library.database()
                .change(connection -> {
                    AdapterRows.delete(connection, file);
                    audit(connection, file, AuditRow.PLACE, FOLDER + file, trash, why);
                });
    }
}
