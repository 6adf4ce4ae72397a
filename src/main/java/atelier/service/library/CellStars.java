package atelier.service.library;

import atelier.model.library.ImageField;
import atelier.model.library.ImageMarks;
import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.service.storage.FileFailures;
import atelier.service.storage.FormatJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stars that cells of a comparison were given, in {@code stars.json} in its folder. They tell
 * the adapter by its content, so that it is ranked by them in the library, too. Waits for the disk.
 *
 * @param comparison its folder
 */
public record CellStars(Path comparison) {

    private static final int FORMAT = 1;

    /**
     * What a cell was given.
     *
     * @param stars 1 to 5
     * @param adapter SHA-256 of the file of the adapter that made it; empty for none
     */
    record Given(int stars, String adapter) {}

    /**
     * What the file tells.
     *
     * @param format of the file
     * @param cells what each was given, by its id
     */
    record StarsFile(int format, SortedMap<String, Given> cells) {}

    private Path file() {
        return comparison.resolve("stars.json");
    }

    /**
     * The stars of all cells that have any, by their ids.
     *
     * @throws atelier.model.AtelierException if they cannot be read
     */
    public Map<String, Integer> all() {
        return given().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().stars()));
    }

    private SortedMap<String, Given> given() {
        return Files.isRegularFile(file())
                ? FormatJson.read(file(), StarsFile.class, FORMAT).cells()
                : new TreeMap<>();
    }

    /**
     * Gives a cell stars.
     *
     * @param stars 1 to 5; 0 takes them back
     * @return those of all cells afterwards
     * @throws atelier.model.AtelierException if there are more stars than there may be, or it
     *     cannot be saved
     */
    public Map<String, Integer> give(Cell cell, int stars) {
        ImageLibrary.requireStars(Integer.toString(stars));
        SortedMap<String, Given> all = new TreeMap<>(given());
        if (stars == 0) {
            all.remove(cell.id());
        } else {
            all.put(cell.id(), new Given(stars, sha256(cell)));
        }
        FormatJson.write(file(), new StarsFile(FORMAT, all));
        return all();
    }

    private static String sha256(Cell cell) {
        ComparedAdapter adapter = cell.column().adapter();
        String content = adapter == null ? null : adapter.sha256();
        return content == null ? "" : content;
    }

    /**
     * What cells are worth, by the SHA-256 of the adapter that made them.
     *
     * @param comparisons the folder of all comparisons; need not be there
     */
    static Map<String, List<ImageMarks>> byAdapter(Path comparisons) {
        Map<String, List<ImageMarks>> marks = new HashMap<>();
        for (Path folder : folders(comparisons)) {
            for (Given one : new CellStars(folder).given().values()) {
                marks.computeIfAbsent(one.adapter(), _ -> new ArrayList<>())
                        .add(ImageMarks.NONE.with(ImageField.STARS, Integer.toString(one.stars())));
            }
        }
        return marks;
    }

    private static List<Path> folders(Path comparisons) {
        if (!Files.isDirectory(comparisons)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(comparisons)) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw FileFailures.reading(comparisons, e);
        }
    }
}
