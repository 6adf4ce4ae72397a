package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pictures of a folder and their captions. Every picture is decoded, so that a damaged
 * one is found here and not in the middle of a run; nothing in the folder is changed.
 */
public final class DatasetScanner {

    private final PictureReader pictures;

    /** Reads pictures by that reader. */
    public DatasetScanner(PictureReader pictures) {
        this.pictures = pictures;
    }

    /**
     * Looks through a folder, not through those inside it.
     *
     * @param trigger put in front of captions that lack it
     * @throws AtelierException if the folder or a caption cannot be read, or too few pictures are
     *     left
     */
    public Dataset scan(
            Path folder, String trigger, ProgressListener progress, CancelToken cancel) {
        List<Path> files = files(folder);
        Captions captions = new Captions(files.stream().filter(file -> !isHidden(file)).toList());
        List<DatasetPicture> found = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        progress.progressed(Progress.of("Reading pictures", 0, files.size(), "file"));
        for (int i = 0; i < files.size(); i++) {
            cancel.check();
            Path file = files.get(i);
            String reason = obstacle(file);
            if (reason != null) {
                leftOut.add(new LeftOut(file, reason));
            } else if (!Captions.isCaption(file)) {
                read(file, Captions.withTrigger(captions.of(file), trigger), found, leftOut);
            }
            progress.progressed(Progress.of("Reading pictures", i + 1, files.size(), "file"));
        }
        leaveOutLonely(captions, found, leftOut);
        Dataset dataset = new Dataset(folder, found, leftOut);
        EnoughPictures.require(dataset);
        return dataset;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AtelierException(
                    Files.exists(folder)
                            ? folder + " is a file, but a folder of pictures is needed: choose one."
                            : folder + " does not exist: choose the folder of your pictures.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static boolean isHidden(Path file) {
        try {
            return file.getFileName().toString().startsWith(".") || Files.isHidden(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private static @Nullable String obstacle(Path file) {
        if (isHidden(file)) {
            return file + " is hidden, so it was left alone.";
        }
        if (Files.isDirectory(file)) {
            return file
                    + " is a folder, and pictures in it are not read: move them up, or train on it instead.";
        }
        return null;
    }

    private void read(
            Path file, String caption, List<DatasetPicture> found, List<LeftOut> leftOut) {
        try {
            BufferedImage picture = pictures.read(file);
            found.add(
                    new DatasetPicture(
                            file,
                            Sha256.ofFile(file),
                            picture.getWidth(),
                            picture.getHeight(),
                            caption));
        } catch (AtelierException e) {
            leftOut.add(new LeftOut(file, String.valueOf(e.getMessage())));
        }
    }

    private static void leaveOutLonely(
            Captions captions, List<DatasetPicture> found, List<LeftOut> leftOut) {
        Set<String> stems =
                found.stream()
                        .map(picture -> Captions.stem(picture.file()))
                        .collect(Collectors.toSet());
        captions.stems()
                .forEach((file, stem) -> {
                    if (!stems.contains(stem)) {
                        leftOut.add(
                                new LeftOut(
                                        file,
                                        file
                                                + " describes no picture of that name: rename it, or add the picture."));
                    }
                });
    }
}
