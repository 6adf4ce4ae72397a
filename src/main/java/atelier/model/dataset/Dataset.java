package atelier.model.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of pictures to train on.
 *
 * @param folder where they lie
 * @param pictures in the order of their names
 * @param leftOut everything else in the folder but captions
 */
public record Dataset(Path folder, List<DatasetPicture> pictures, List<LeftOut> leftOut) {

    /** Fewer pictures than this teach a model little but those pictures. */
    public static final int FEWEST = 10;

    /** Copies the lists. */
    public Dataset {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
    }
}
