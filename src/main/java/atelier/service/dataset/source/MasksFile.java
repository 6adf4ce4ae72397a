package atelier.service.dataset.source;

import atelier.model.dataset.Subset;
import atelier.service.dataset.caption.Captions;
import atelier.service.storage.FileFailures;
import atelier.service.storage.FormatJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the masks of the pictures of a folder lie, in a file beside them: what sd-scripts reads
 * from a dataset configuration's {@code conditioning_data_dir}. Training weighs the loss by them;
 * pictures that have none there count in whole.
 */
public final class MasksFile {

    private static final String NAME = "masks.json";
    private static final int FORMAT = 1;

    private MasksFile() {}

    /**
     * What the file holds.
     *
     * @param folder of the masks, from the pictures' folder, with slashes
     */
    record Content(int format, String folder) {}

    /** The file for a folder of pictures. */
    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /** Whether a folder of pictures has masks that training uses. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(in(folder));
    }

    /**
     * Has training use masks.
     *
     * @param folder of the pictures
     * @param masks their folder
     * @throws atelier.model.AtelierException if the file cannot be written
     */
    public static void put(Path folder, Path masks) {
        String way = folder.relativize(masks).toString().replace('\\', '/');
        FormatJson.write(in(folder), new Content(FORMAT, way));
    }

    /**
     * Has training use masks no longer; the masks stay.
     *
     * @throws atelier.model.AtelierException if the file cannot be removed
     */
    public static void remove(Path folder) {
        try {
            Files.deleteIfExists(in(folder));
        } catch (IOException e) {
            throw FileFailures.writing(in(folder), e);
        }
    }

    /** The files of a subset, those of pictures that have a mask apart from the others. */
    static List<SubsetFiles> split(SubsetFiles part) {
        Subset subset = part.subset();
        Path masks =
                subset.folder()
                        .resolve(
                                FormatJson.read(in(subset.folder()), Content.class, FORMAT)
                                        .folder())
                        .normalize();
        Set<Path> masked = stems(masks);
        return part.files().stream()
                .collect(Collectors.partitioningBy(file -> masked.contains(stem(file))))
                .entrySet()
                .stream()
                .filter(half -> !half.getValue().isEmpty())
                .map(half ->
                        new SubsetFiles(
                                half.getKey() ? subset.withMasks(masks) : subset, half.getValue()))
                .toList();
    }

    private static Set<Path> stems(Path masks) {
        if (!Files.isDirectory(masks)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(masks)) {
            return files.filter(Files::isRegularFile)
                    .map(MasksFile::stem)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw FileFailures.reading(masks, e);
        }
    }

    private static Path stem(Path file) {
        return Captions.stem(file).getFileName();
    }
}
