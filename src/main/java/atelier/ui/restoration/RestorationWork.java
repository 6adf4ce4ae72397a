package atelier.ui.restoration;

import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the restoration panel has done for it. All of it but {@link #listen} waits for the disk and
 * is called beside the window's thread.
 */
public interface RestorationWork {

    /** What pictures can be restored by. */
    Networks networks();

    /**
     * The pictures that are meant by files and folders.
     *
     * @throws atelier.model.AtelierException if there are none
     */
    List<Path> find(List<Path> sources);

    /** Whether any of these was made with an adapter, and so may show a trained character. */
    boolean showsTrained(List<Path> pictures);

    /**
     * Orders a restoration.
     *
     * @param leave faces that are left alone, by the pictures; a picture that is missing has none
     * @throws atelier.model.AtelierException if it cannot be done so
     */
    RestorationJob submit(List<Path> pictures, Map<Path, FacesToLeave> leave, RestorationWish wish);

    /** What is done of a restoration. */
    List<RestoredPicture> results(RestorationJob job);

    /**
     * Listens to the queue.
     *
     * @param listener hears of all restorations, the last ordered at the end, on any thread
     */
    void listen(Consumer<List<RestorationJob>> listener);

    /** Shows a file or a folder in the system's file manager. */
    void showInFiles(Path file);
}
