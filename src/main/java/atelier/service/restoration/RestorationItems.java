package atelier.service.restoration;

import atelier.model.AtelierException;
import atelier.model.restoration.RestorationItem;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the images that are meant by files and folders, and names for their results. */
public final class RestorationItems {

    private RestorationItems() {}

    /**
     * The images, each once, in the order given; those of a folder by name.
     *
     * @param recursive whether folders in folders are looked through, too
     * @throws AtelierException if one is not there, or there are no images at all
     */
    public static List<RestorationItem> find(List<Path> sources, boolean recursive) {
        Map<Path, String> names = new LinkedHashMap<>();
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                for (Path file : recursive ? all(source) : PictureNames.in(source)) {
                    names.putIfAbsent(absolute(file), stem(source.relativize(file)));
                }
            } else if (Files.isRegularFile(source)) {
                names.putIfAbsent(absolute(source), stem(source.getFileName()));
            } else {
                throw new AtelierException(
                        "There is no file or folder %s: check its name.".formatted(source));
            }
        }
        if (names.isEmpty()) {
            throw new AtelierException(
                    "There are no pictures in %s: name files, or folders with pictures in them."
                            .formatted(sources.getFirst()));
        }
        return numbered(names);
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static List<Path> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(PictureNames::isPicture).sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static String stem(Path file) {
        return file.toString().replace('\\', '/').replaceFirst("(?<=[^/])\\.[^./]*$", "");
    }

    /** No two alike, also where case does not count. */
    private static List<RestorationItem> numbered(Map<Path, String> names) {
        Set<String> taken = new HashSet<>();
        List<RestorationItem> items = new ArrayList<>();
        names.forEach((file, name) -> {
            String free = name;
            for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
                free = name + "-" + number;
            }
            items.add(new RestorationItem(file, free));
        });
        return items;
    }
}
