package atelier.ui.library;

import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import java.nio.file.Path;

/** Where one goes on with something of the library. */
public interface LibraryWays {

    /** To the pictures of a character. */
    void gather(CharacterRecord character);

    /** To its training. */
    void train(CharacterRecord character);

    /**
     * To images with an adapter.
     *
     * @param strength how strongly it acts; 1 as trained
     */
    void generate(AdapterRecord adapter, double strength);

    /** To images made as that one was. */
    void takeSettings(Path image);

    /** To the restoration of that image. */
    void restore(Path image);

    /** To the system's file manager, at that file or folder. */
    void showInFiles(Path file);
}
