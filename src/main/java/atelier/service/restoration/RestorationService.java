package atelier.service.restoration;

import atelier.engine.restoration.ImageRestorer;
import atelier.engine.restoration.ImageRestorers;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestoredPicture;
import atelier.service.job.Accelerator;
import atelier.service.storage.FolderLock;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restores images one after the other, so that one of them is in memory at a time. Each result is
 * saved as it is finished, so that whatever ends the work, the next order into the same folder goes
 * on after it. The sources are never changed.
 */
public final class RestorationService {

    private final Accelerator accelerator;
    private final ImageRestorers restorers;
    private final RestorationModels models;
    private final RestorationReader reader;
    private final RestorationWriter writer;
    private final RestorationLocks locks;

    /**
     * @param restorers load the networks
     * @param models that are there
     * @param pictures reads the images
     * @param version of Atelier, for what is written into results
     * @param locks of this process
     */
    public RestorationService(
            Accelerator accelerator,
            ImageRestorers restorers,
            RestorationModels models,
            PictureReader pictures,
            String version,
            RestorationLocks locks) {
        this.accelerator = accelerator;
        this.restorers = restorers;
        this.models = models;
        this.reader = new RestorationReader(pictures);
        this.writer = new RestorationWriter(version);
        this.locks = locks;
    }

    /** The models that are there. */
    public RestorationModels models() {
        return models;
    }

    /**
     * Restores the images that are not done yet. One that cannot be read is passed over, and told.
     *
     * @param finished hears of each image, also of those that were done before
     * @return all of them, in the order of the order
     * @throws AtelierException if a setting, a network, the device or the folder does not allow it;
     *     results finished before stay
     */
    public List<RestoredPicture> restore(
            RestorationOrder order,
            Consumer<RestoredPicture> finished,
            ProgressListener progress,
            CancelToken cancel) {
        RestorationSettings settings = models.settings(order.wish());
        refuseSources(order);
        RestorationFolder folder = new RestorationFolder(order.out());
        OutputFolder.prepare(order.out());
        try (FolderLock _ = locks.take(order.out())) {
            folder.begin(order.wish());
            Map<Path, RestoredPicture> before = done(folder);
            Set<RestorationItem> missing =
                    order.items().stream()
                            .filter(item -> !isDone(item, before.get(item.source())))
                            .collect(Collectors.toSet());
            PictureProgress told =
                    new PictureProgress(
                            progress, order.items().size() - missing.size(), order.items().size());
            Map<Path, RestoredPicture> made = new HashMap<>();
            try (Run run = new Run(order, settings, folder, told, cancel)) {
                for (RestorationItem item : order.items()) {
                    cancel.check();
                    RestoredPicture picture =
                            missing.contains(item)
                                    ? run.restore(item)
                                    : Objects.requireNonNull(before.get(item.source()));
                    made.put(item.source(), picture);
                    finished.accept(picture);
                }
            }
            List<RestoredPicture> all = new ArrayList<>();
            order.items().forEach(item -> all.add(Objects.requireNonNull(made.get(item.source()))));
            return all;
        }
    }

    private static Map<Path, RestoredPicture> done(RestorationFolder folder) {
        Map<Path, RestoredPicture> done = new HashMap<>();
        folder.done().forEach(picture -> done.put(picture.source(), picture));
        return done;
    }

    private static boolean isDone(RestorationItem item, @Nullable RestoredPicture before) {
        return before != null
                && item.leave().among(found(before)).equals(leftAlone(before))
                && Files.isRegularFile(item.source())
                && before.sha256().equals(Sha256.ofFile(item.source()));
    }

    private static List<DetectedFace> found(RestoredPicture picture) {
        return picture.faces().stream().map(RestoredFace::face).toList();
    }

    private static List<DetectedFace> leftAlone(RestoredPicture picture) {
        return picture.faces().stream()
                .filter(face -> face.outcome() == FaceOutcome.LEFT_ALONE)
                .map(RestoredFace::face)
                .toList();
    }

    /** A result must never take the place of an image. */
    private static void refuseSources(RestorationOrder order) {
        Path out = order.out().toAbsolutePath().normalize();
        for (RestorationItem item : order.items()) {
            Path folder = item.source().toAbsolutePath().normalize().getParent();
            if (out.equals(folder)) {
                throw new AtelierException(
                        "%s holds images that are to be restored: choose another folder for the results."
                                .formatted(order.out()));
            }
        }
    }

    /** The images of one order; the networks are loaded for the first that needs them. */
    private final class Run implements AutoCloseable {

        private final RestorationOrder order;
        private final RestorationSettings settings;
        private final RestorationFolder folder;
        private final PictureProgress progress;
        private final CancelToken cancel;
        private @Nullable ImageRestorer loaded;

        Run(
                RestorationOrder order,
                RestorationSettings settings,
                RestorationFolder folder,
                PictureProgress progress,
                CancelToken cancel) {
            this.order = order;
            this.settings = settings;
            this.folder = folder;
            this.progress = progress;
            this.cancel = cancel;
        }

        RestoredPicture restore(RestorationItem item) {
            Bitmap bitmap;
            try {
                bitmap = reader.read(item.source(), order.wish().factor(), cancel);
            } catch (CancelledException e) {
                throw e;
            } catch (AtelierException e) {
                return told(RestoredPicture.failed(item.source(), String.valueOf(e.getMessage())));
            }
            return told(restore(item, bitmap));
        }

        private RestoredPicture told(RestoredPicture picture) {
            folder.add(picture);
            progress.finished();
            return picture;
        }

        private RestoredPicture restore(RestorationItem item, Bitmap bitmap) {
            String sha256 = Sha256.ofFile(item.source(), cancel);
            RestorationResult result =
                    accelerator.onLane(lane -> {
                        if (loaded == null) {
                            loaded = restorers.open(lane, order.device(), settings);
                        }
                        return loaded.restore(bitmap, item.leave(), cancel, progress);
                    });
            boolean changed = result.picture() != bitmap;
            Path file = target(item, changed);
            OutputFolder.prepare(Objects.requireNonNull(file.getParent()));
            if (changed) {
                writer.write(file, item.source(), sha256, order.wish(), result);
            } else {
                RestorationWriter.copy(file, item.source());
            }
            return new RestoredPicture(
                    item.source(),
                    sha256,
                    file,
                    bitmap.width(),
                    bitmap.height(),
                    changed,
                    result.faces(),
                    "",
                    Objects.requireNonNull(loaded).processor());
        }

        private Path target(RestorationItem item, boolean changed) {
            String name = item.source().getFileName().toString();
            String ending = changed ? ".png" : name.substring(Math.max(0, name.lastIndexOf('.')));
            return order.out().resolve(item.name() + ending);
        }

        @Override
        public void close() {
            ImageRestorer open = loaded;
            if (open != null) {
                accelerator.onLane(open::close);
            }
        }
    }
}
