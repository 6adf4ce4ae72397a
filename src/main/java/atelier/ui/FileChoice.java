package atelier.ui;

import atelier.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for files by the system's own dialog. */
final class FileChoice {

    private FileChoice() {}

    /** Asks for pictures and zips; hands on what was chosen, and nothing where nothing was. */
    static void pictures(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.say("files.title"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                texts.say("files.pictures"),
                                "*.jpg",
                                "*.jpeg",
                                "*.png",
                                "*.webp",
                                "*.bmp",
                                "*.tif",
                                "*.tiff",
                                "*.zip"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null && !chosen.isEmpty()) {
            then.accept(chosen.stream().map(File::toPath).toList());
        }
    }
}
