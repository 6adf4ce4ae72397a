package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.DatasetScanner;
import atelier.service.dataset.source.RepeatsFile;
import atelier.service.dataset.source.ZipSource;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds pictures and their captions in what was dropped, and copies them: files, folders, zips, and
 * the layouts of other tools, as training reads them.
 */
final class PictureImport {

    private static final String CAPTION = ".txt";

    private final PictureReader reader;
    private final DatasetScanner scanner;

    PictureImport(PictureReader reader) {
        this.reader = reader;
        this.scanner = new DatasetScanner(reader);
    }

    /**
     * A picture that was copied.
     *
     * @param name in the folder
     */
    record Copied(String name, String sha256, long bytes) {}

    /** Takes each picture as it is copied. */
    @FunctionalInterface
    interface Taken {
        void picture(Copied copied);
    }

    /**
     * Copies the pictures of a source into a folder. One that is there already, by its content, is
     * passed over, and so are regularisation pictures; a name that is taken gets a number. Pictures
     * that are to be shown several times an epoch stay so.
     *
     * @param present pictures of the folder: names by their hashes; those copied are added
     * @return what was left out
     */
    List<LeftOut> copy(
            Path source,
            Path folder,
            Map<String, String> present,
            Taken taken,
            ProgressListener progress,
            CancelToken cancel) {
        if (Files.isRegularFile(source) && !ZipSource.isZip(source)) {
            Path beside = caption(source);
            return copyFile(
                    source,
                    Files.isRegularFile(beside) ? beside : null,
                    "",
                    folder,
                    present,
                    taken);
        }
        Path temporary = Folders.makeTemporary("atelier-import-");
        try {
            Dataset dataset =
                    scanner.look(
                            new DatasetOrder(
                                    source,
                                    "",
                                    new DatasetOptions(true, true, DatasetOptions.WHITE),
                                    temporary.resolve("content")),
                            progress,
                            cancel);
            List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
            for (DatasetPicture picture : dataset.pictures()) {
                cancel.check();
                if (picture.subset().regularisation()) {
                    leftOut.add(
                            new LeftOut(
                                    picture.file(),
                                    "%s lies among regularisation pictures, which no character holds: keep them for trainings from the terminal."
                                            .formatted(picture.file())));
                } else if (present.containsKey(picture.sha256())) {
                    leftOut.add(isThere(picture.file(), present.get(picture.sha256())));
                } else {
                    take(
                            picture.file(),
                            picture.sha256(),
                            picture.captionFile(),
                            picture.caption(),
                            picture.subset().repeats(),
                            folder,
                            present,
                            taken);
                }
            }
            return leftOut;
        } finally {
            Folders.deleteQuietly(temporary);
        }
    }

    /**
     * Copies one picture as {@link #copy} does.
     *
     * @param captionFile of it; null for none
     * @param caption where there is no such file; may be empty
     */
    List<LeftOut> copyFile(
            Path file,
            @Nullable Path captionFile,
            String caption,
            Path folder,
            Map<String, String> present,
            Taken taken) {
        try {
            reader.read(file);
        } catch (AtelierException e) {
            return List.of(new LeftOut(file, String.valueOf(e.getMessage())));
        }
        String sha256 = Sha256.ofFile(file);
        if (present.containsKey(sha256)) {
            return List.of(isThere(file, present.get(sha256)));
        }
        take(file, sha256, captionFile, caption, 1, folder, present, taken);
        return List.of();
    }

    private static LeftOut isThere(Path file, @Nullable String name) {
        return new LeftOut(
                file, "%s is the same picture as %s, which is there.".formatted(file, name));
    }

    private static void take(
            Path file,
            String sha256,
            @Nullable Path captionFile,
            String caption,
            int repeats,
            Path folder,
            Map<String, String> present,
            Taken taken) {
        Path copy = free(folder, file.getFileName().toString());
        String name = copy.getFileName().toString();
        // The caption first, so that a picture that is there has its own.
        Path beside = folder.resolve(stem(name) + CAPTION);
        if (captionFile != null) {
            put(captionFile, beside);
        } else if (!caption.isEmpty()) {
            AtomicFiles.replace(beside, out -> out.write(caption.getBytes(StandardCharsets.UTF_8)));
        }
        RepeatsFile.put(folder, name, repeats);
        put(file, copy);
        present.put(sha256, name);
        taken.picture(new Copied(name, sha256, size(copy)));
    }

    private static void put(Path from, Path to) {
        AtomicFiles.replace(to, out -> Files.copy(from, out));
    }

    /** A file of that name, or of the first with a number that no picture or caption has. */
    static Path free(Path folder, String name) {
        String stem = stem(name);
        String ending = name.substring(stem.length());
        String free = stem;
        for (int number = 2; isTaken(folder, free, ending); number++) {
            free = stem + "-" + number;
        }
        return folder.resolve(free + ending);
    }

    private static boolean isTaken(Path folder, String stem, String ending) {
        return Files.exists(folder.resolve(stem + ending))
                || Files.exists(folder.resolve(stem + CAPTION));
    }

    /** A name without its ending. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Where the caption of a picture lies, if it has one. */
    static Path caption(Path picture) {
        return picture.resolveSibling(stem(picture.getFileName().toString()) + CAPTION);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
