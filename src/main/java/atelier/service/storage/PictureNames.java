package atelier.service.storage;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells pictures by the names of their files. */
public final class PictureNames {

    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff", "gif");

    private PictureNames() {}

    /** Whether a file is there and is called like a picture; hidden ones are none. */
    public static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }

    /**
     * The pictures in a folder, by name; those in folders in it are left out.
     *
     * @throws atelier.model.AtelierException if it cannot be read
     */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PictureNames::isPicture).sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    /**
     * The same of a folder that must have some.
     *
     * @throws AtelierException if it is no folder, holds none, or cannot be read
     */
    public static List<Path> needed(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AtelierException(
                    "%s is no folder: name one that holds pictures.".formatted(folder));
        }
        List<Path> pictures = in(folder);
        if (pictures.isEmpty()) {
            throw new AtelierException(
                    "%s holds no pictures: name a folder that does.".formatted(folder));
        }
        return pictures;
    }
}
