package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.source.Listing;
import atelier.service.dataset.source.SourceFinder;
import atelier.service.dataset.source.SubsetFiles;
import atelier.service.storage.Folders;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Finds the pictures of a source and their captions. Every picture is decoded and measured, so that
 * a damaged one is found here and not in the middle of a run; nothing in the source is changed.
 */
public final class DatasetScanner {

    private final PictureReader reader;
    private final BiConsumer<Path, BufferedImage> viewer;
    private final ParallelPictures parallel = new ParallelPictures();

    /** Reads pictures by that reader. */
    public DatasetScanner(PictureReader reader) {
        this(reader, (file, picture) -> {});
    }

    /**
     * Reads pictures by that reader.
     *
     * @param viewer sees every picture that can be read, on several threads at once
     */
    DatasetScanner(PictureReader reader, BiConsumer<Path, BufferedImage> viewer) {
        this.reader = reader;
        this.viewer = viewer;
    }

    /**
     * Looks through a source that shall be trained on.
     *
     * @throws AtelierException if it cannot be read, or not be trained on as it is: too few
     *     pictures, or captions that cannot be used
     */
    public Dataset scan(DatasetOrder order, ProgressListener progress, CancelToken cancel) {
        Dataset dataset = look(order, progress, cancel);
        EnoughPictures.refuse(dataset.obstacles());
        return dataset;
    }

    /**
     * Looks through a source and tells what stands against training on it. The content of a zip is
     * gone afterwards unless the order names a folder for it.
     *
     * @throws AtelierException if the source itself cannot be read
     */
    public Dataset look(DatasetOrder order, ProgressListener progress, CancelToken cancel) {
        if (order.unpackTo() != null) {
            return look(order, order.unpackTo(), progress, cancel);
        }
        Path temporary = Folders.makeTemporary("atelier-pictures-");
        Path content = temporary.resolve("content");
        try {
            Dataset dataset = look(order, content, progress, cancel);
            return new PathNames(content, order.source()).in(dataset);
        } finally {
            Folders.deleteQuietly(temporary);
        }
    }

    private Dataset look(
            DatasetOrder order, Path unpackTo, ProgressListener progress, CancelToken cancel) {
        Listing listing =
                SourceFinder.find(
                        order.source(), order.options().recursive(), unpackTo, progress, cancel);
        List<LeftOut> leftOut = new ArrayList<>(listing.leftOut());
        List<String> obstacles = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (SubsetFiles subset : listing.subsets()) {
            candidates.addAll(Candidate.of(subset, order.trigger(), leftOut, obstacles));
        }
        List<DatasetPicture> pictures =
                pictures(candidates, order.options().background(), leftOut, progress, cancel);
        List<DatasetPicture> single = ExactCopies.without(pictures, leftOut);
        List<LeftOut> told = leftOut.stream().distinct().toList();
        EnoughPictures.check(order.source(), single, told, order.options().allowFew())
                .ifPresent(obstacles::add);
        return new Dataset(order.source(), single, told, listing.notes(), obstacles);
    }

    private List<DatasetPicture> pictures(
            List<Candidate> candidates,
            int background,
            List<LeftOut> leftOut,
            ProgressListener progress,
            CancelToken cancel) {
        List<Path> files = candidates.stream().map(Candidate::file).distinct().toList();
        List<Examined> examined =
                parallel.map(
                        files,
                        file -> Examined.memory(file, reader),
                        file -> Examined.of(file, reader, background, viewer, cancel),
                        "Reading pictures",
                        progress,
                        cancel);
        Map<Path, Examined> byFile = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            byFile.put(files.get(i), examined.get(i));
        }
        List<DatasetPicture> pictures = new ArrayList<>();
        for (Candidate candidate : candidates) {
            switch (Objects.requireNonNull(byFile.get(candidate.file()))) {
                case Examined.Picture picture ->
                        pictures.add(candidate.picture(picture, background));
                case Examined.Unreadable(String reason) ->
                        leftOut.add(new LeftOut(candidate.file(), reason));
            }
        }
        return pictures;
    }
}
