package atelier.service.review.score;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets networks look at files, some at a time, however many there are. */
public final class PictureEmbeddings {

    private static final int AT_ONCE = 32;

    private final PictureReader pictures;
    private final ProgressListener progress;
    private final CancelToken cancel;

    /**
     * @param pictures reads the files
     * @param progress hears which one is looked at
     */
    public PictureEmbeddings(
            PictureReader pictures, ProgressListener progress, CancelToken cancel) {
        this.pictures = pictures;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * A vector for each file.
     *
     * @throws atelier.model.AtelierException if one cannot be read
     */
    public List<float[]> of(Likeness likeness, List<Path> files) {
        List<float[]> all = new ArrayList<>();
        String stage = "Looking by " + likeness.name();
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            progress.progressed(Progress.of(stage, from, files.size(), "picture"));
            List<BufferedImage> some = new ArrayList<>();
            for (Path file : files.subList(from, Math.min(files.size(), from + AT_ONCE))) {
                cancel.check();
                some.add(pictures.read(file));
            }
            all.addAll(likeness.embed(some, cancel));
        }
        progress.progressed(Progress.of(stage, files.size(), files.size(), "picture"));
        return all;
    }
}
