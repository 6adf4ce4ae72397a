package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what was done to the captions of each source, so that another process can undo it: one
 * file a source in a folder of Atelier's own, never beside the pictures.
 */
public final class CaptionJournal {

    private static final int FORMAT = 1;

    /** Who wants to go further back has a copy. */
    private static final int MOST = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /**
     * One edit.
     *
     * @param words what it was
     * @param changes all of it
     */
    public record Entry(String words, List<CaptionChange> changes) {

        /** Copies the list. */
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    private record Line(String file, @Nullable String before, String after) {}

    private record Edit(String words, List<Line> changes) {}

    private record Content(int format, String source, List<Edit> edits) {}

    /**
     * @param folder made when it is needed
     */
    public CaptionJournal(Path folder) {
        this.folder = folder;
    }

    /**
     * Everything that can be undone, the last at the end.
     *
     * @throws AtelierException if it cannot be read, or a newer Atelier wrote it
     */
    public List<Entry> entries(Path source) {
        Path file = file(source);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("format").asInt(0) > FORMAT) {
                throw new AtelierException(
                        file
                                + " was written by a newer Atelier: undo the change with that one, or delete the file to forget what can be undone.");
            }
            return JSON.treeToValue(root, Content.class).edits().stream()
                    .map(CaptionJournal::entry)
                    .toList();
        } catch (JacksonException e) {
            throw new AtelierException(
                    file
                            + " is damaged, so that nothing can be undone: delete it to go on editing captions.",
                    e);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /** Adds what is about to be done. */
    public void add(Path source, Entry entry) {
        List<Entry> entries = new ArrayList<>(entries(source));
        entries.add(entry);
        write(source, entries.subList(Math.max(0, entries.size() - MOST), entries.size()));
    }

    /** Forgets the last one. */
    public void removeLast(Path source) {
        List<Entry> entries = new ArrayList<>(entries(source));
        entries.removeLast();
        write(source, entries);
    }

    private void write(Path source, List<Entry> entries) {
        Content content =
                new Content(
                        FORMAT,
                        source.toAbsolutePath().normalize().toString(),
                        entries.stream().map(CaptionJournal::edit).toList());
        byte[] bytes = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
        AtomicFiles.replace(file(source), out -> out.write(bytes));
    }

    /** Named after the source's place, links resolved, however it is written. */
    private Path file(Path source) {
        Path place = source.toAbsolutePath().normalize();
        try {
            place = source.toRealPath();
        } catch (IOException e) {
            // It is gone: what was done to it keeps the name by which it was called.
        }
        return folder.resolve(Sha256.ofText(place.toString()) + ".json");
    }

    private static Entry entry(Edit edit) {
        return new Entry(
                edit.words(),
                edit.changes().stream()
                        .map(line ->
                                new CaptionChange(
                                        Path.of(line.file()), line.before(), line.after()))
                        .toList());
    }

    private static Edit edit(Entry entry) {
        return new Edit(
                entry.words(),
                entry.changes().stream()
                        .map(change ->
                                new Line(
                                        change.file().toAbsolutePath().toString(),
                                        change.before(),
                                        change.after()))
                        .toList());
    }
}
