package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.caption.Captions;
import java.nio.file.Path;
import java.util.List;

/** Makes masks of pictures: grey pictures, white where the subject is. */
public interface MaskMaker {

    /** Where there is nothing that makes them. */
    MaskMaker NONE =
            new MaskMaker() {
                @Override
                public boolean ready() {
                    return false;
                }

                @Override
                public int write(
                        List<DatasetPicture> pictures,
                        Path folder,
                        ProgressListener progress,
                        CancelToken cancel) {
                    throw noNetwork();
                }
            };

    /** What is said where there is no network that makes them. */
    static AtelierException noNetwork() {
        return new AtelierException(
                "There is no network that cuts out subjects: fetch MODNet from the catalog of models.");
    }

    /** Where the mask of a picture lies in a folder of masks, if it is there. */
    static Path file(Path folder, Path picture) {
        return folder.resolve(Captions.stem(picture).getFileName() + ".png");
    }

    /** Whether there is a network that makes them. */
    boolean ready();

    /**
     * Writes a mask for each picture that has none in the folder yet; masks that are there stay, as
     * somebody may have painted them.
     *
     * @param folder made if need be; the masks are called like the pictures, each whole once it is
     *     there
     * @return how many were written
     * @throws AtelierException if there is no matting network, it cannot be read, or a mask cannot
     *     be written; masks written before stay
     */
    int write(
            List<DatasetPicture> pictures,
            Path folder,
            ProgressListener progress,
            CancelToken cancel);
}
