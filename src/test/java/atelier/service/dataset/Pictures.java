package atelier.service.dataset;

import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.PictureMeasures;
import atelier.model.dataset.Subset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Records of pictures that nobody looked at. */
public final class Pictures {

    private static final PictureMeasures SOUND =
            new PictureMeasures("", 0, true, 200, 0.01, 0.01, 0.9, 0);

    private Pictures() {}

    /** A sound picture of 1000 × 800 pixels. */
    public static DatasetPicture of(Path file, @Nullable Path captionFile) {
        return with(file, captionFile, Subset.plain(Path.of("pictures")), 1000, 800, SOUND);
    }

    /** The same for regularisation. */
    public static DatasetPicture regularisation(DatasetPicture picture) {
        return in(picture, Subset.repeated(Path.of("reg"), 1, "", true));
    }

    static DatasetPicture in(DatasetPicture picture, Subset subset) {
        return with(
                picture.file(),
                picture.captionFile(),
                subset,
                picture.width(),
                picture.height(),
                picture.measures());
    }

    static DatasetPicture sized(DatasetPicture picture, int width, int height) {
        return with(
                picture.file(),
                picture.captionFile(),
                picture.subset(),
                width,
                height,
                picture.measures());
    }

    static DatasetPicture measured(DatasetPicture picture, PictureMeasures measures) {
        return with(
                picture.file(),
                picture.captionFile(),
                picture.subset(),
                picture.width(),
                picture.height(),
                measures);
    }

    private static DatasetPicture with(
            Path file,
            @Nullable Path captionFile,
            Subset subset,
            int width,
            int height,
            PictureMeasures measures) {
        return new DatasetPicture(
                file, "", width, height, "", captionFile, DatasetOptions.WHITE, subset, measures);
    }
}
