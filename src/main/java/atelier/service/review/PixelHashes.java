package atelier.service.review;

import atelier.model.AtelierException;
import atelier.model.review.Cell;
import atelier.model.review.IdenticalCells;
import atelier.service.storage.FileFailures;
import atelier.service.storage.FormatJson;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pixels of a comparison's cells are known by, so that cells that are the same are found
 * without reading all of them again. They are kept in {@code pixels.json} beside the cells; what
 * they were of is told by size and time of the file. May be used by several threads.
 */
public final class PixelHashes {

    private static final Logger LOG = LoggerFactory.getLogger(PixelHashes.class);
    private static final int FORMAT = 1;

    private final ComparisonFolder folder;
    private final PictureReader pictures;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * What is known of a cell.
     *
     * @param bytes size of its file
     * @param modified when that was written, in milliseconds
     * @param pixels what they are known by
     */
    private record Known(long bytes, long modified, String pixels) {}

    /**
     * What {@code pixels.json} tells.
     *
     * @param format of the file
     * @param cells by their ids
     */
    private record PixelsFile(int format, Map<String, Known> cells) {}

    /** Begins with those that are kept in the folder; what cannot be read is found out anew. */
    public PixelHashes(ComparisonFolder folder, PictureReader pictures) {
        this.folder = folder;
        this.pictures = pictures;
        if (Files.isRegularFile(file())) {
            try {
                known.putAll(FormatJson.read(file(), PixelsFile.class, FORMAT).cells());
            } catch (AtelierException e) {
                LOG.info("The pixels of all cells are looked at again", e);
            }
        }
    }

    private Path file() {
        return folder.root().resolve("pixels.json");
    }

    /**
     * Every group of cells of the same pixels.
     *
     * @param cells those that are made
     * @param between called before each cell; it may throw to end the search
     * @throws atelier.model.AtelierException if one cannot be read
     */
    public List<IdenticalCells> identical(List<Cell> cells, Runnable between) {
        return IdenticalFinder.find(
                cells,
                cell -> {
                    between.run();
                    return pixels(cell);
                });
    }

    private String pixels(Cell cell) {
        Path picture = folder.cell(cell);
        try {
            BasicFileAttributes now = Files.readAttributes(picture, BasicFileAttributes.class);
            long modified = now.lastModifiedTime().toMillis();
            @Nullable Known before = known.get(cell.id());
            if (before != null && before.bytes() == now.size() && before.modified() == modified) {
                return before.pixels();
            }
            String pixels = Sha256.ofPixels(pictures.read(picture));
            known.put(cell.id(), new Known(now.size(), modified, pixels));
            return pixels;
        } catch (IOException e) {
            throw FileFailures.reading(picture, e);
        }
    }

    /**
     * Keeps them beside the cells.
     *
     * @throws atelier.model.AtelierException if they cannot be written
     */
    void save() {
        FormatJson.write(file(), new PixelsFile(FORMAT, new TreeMap<>(known)));
    }
}
