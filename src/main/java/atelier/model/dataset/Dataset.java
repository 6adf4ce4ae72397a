package atelier.model.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * Pictures to train on.
 *
 * @param folder where they lie, or the file that tells
 * @param pictures folder by folder, in the order of their names
 * @param leftOut everything else in the folders but captions
 * @param notes what else the user should know, each a sentence
 * @param obstacles why it cannot be trained on as it is, each a sentence that says what to do
 */
public record Dataset(
        Path folder,
        List<DatasetPicture> pictures,
        List<LeftOut> leftOut,
        List<String> notes,
        List<String> obstacles) {

    /** Fewer pictures than this teach a model little but those pictures. */
    public static final int FEWEST = 10;

    /** Copies the lists. */
    public Dataset {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
        obstacles = List.copyOf(obstacles);
    }

    /** Those that show the subject. */
    public List<DatasetPicture> ofSubject() {
        return pictures.stream().filter(picture -> !picture.subset().regularisation()).toList();
    }
}
