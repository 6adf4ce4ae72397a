package atelier.service.dataset.source;

import atelier.model.dataset.Subset;
import atelier.service.dataset.caption.Captions;
import atelier.service.storage.FormatJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often an epoch shows the pictures of a folder, in a file beside them: what sd-scripts reads
 * from the names of folders, where pictures of several of them lie in one.
 */
public final class RepeatsFile {

    private static final String NAME = "repeats.json";
    private static final int FORMAT = 1;

    private RepeatsFile() {}

    /**
     * What the file holds.
     *
     * @param pictures repeats by the names of those that are shown more than once an epoch
     */
    record Content(int format, TreeMap<String, Integer> pictures) {}

    /**
     * Keeps how often a picture is shown.
     *
     * @param folder where it lies
     * @param repeats at least 1
     * @throws atelier.model.AtelierException if the file cannot be read or written
     */
    public static void put(Path folder, String picture, int repeats) {
        Path file = folder.resolve(NAME);
        Map<String, Integer> pictures = read(file);
        Integer before = repeats > 1 ? pictures.put(picture, repeats) : pictures.remove(picture);
        if (repeats > 1 || before != null) {
            FormatJson.write(file, new Content(FORMAT, new TreeMap<>(pictures)));
        }
    }

    private static Map<String, Integer> read(Path file) {
        return Files.exists(file)
                ? FormatJson.read(file, Content.class, FORMAT).pictures()
                : new TreeMap<>();
    }

    /** The files of a subset, those that are shown equally often together; rarer ones first. */
    static List<SubsetFiles> split(Subset subset, List<Path> files) {
        Path file = subset.folder().resolve(NAME);
        if (!files.contains(file)) {
            return List.of(new SubsetFiles(subset, files));
        }
        Map<Path, Integer> repeats = new HashMap<>();
        // By the name without its ending, so that captions go with their pictures.
        read(file)
                .forEach((name, count) ->
                        repeats.put(
                                Captions.stem(subset.folder().resolve(name)), Math.max(1, count)));
        TreeMap<Integer, List<Path>> parts = new TreeMap<>();
        for (Path one : files) {
            if (!one.equals(file)) {
                int count = repeats.getOrDefault(Captions.stem(one), subset.repeats());
                parts.computeIfAbsent(count, _ -> new ArrayList<>()).add(one);
            }
        }
        return parts.entrySet().stream()
                .map(part -> new SubsetFiles(subset.withRepeats(part.getKey()), part.getValue()))
                .toList();
    }
}
