package atelier.ui;

import atelier.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for files by the system's own dialog. */
final class FileChoice {

    private static final List<String> PICTURES =
            List.of("*.jpg", "*.jpeg", "*.png", "*.webp", "*.bmp", "*.tif", "*.tiff", "*.zip");

    private FileChoice() {}

    /** Asks for pictures and zips; hands on what was chosen, and nothing where nothing was. */
    static void pictures(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        ask(texts.say("files.title"), texts.say("files.pictures"), PICTURES, owner, then);
    }

    /** Asks for what the library takes; hands on what was chosen, and nothing where nothing was. */
    static void library(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        List<String> patterns = new ArrayList<>(PICTURES);
        patterns.addFirst("*.safetensors");
        ask(texts.say("files.library-title"), texts.say("files.library"), patterns, owner, then);
    }

    /** Asks for adapters; hands on what was chosen, and nothing where nothing was. */
    static void adapters(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        List<String> patterns = List.of("*.safetensors");
        ask(texts.say("files.adapters-title"), texts.say("files.adapters"), patterns, owner, then);
    }

    /** Asks for lists of files; hands on what was chosen, and nothing where nothing was. */
    static void lists(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        List<String> patterns = List.of("*.txt", "*.tsv");
        ask(texts.say("files.lists-title"), texts.say("files.lists"), patterns, owner, then);
    }

    /** Asks for a folder; hands it on, and nothing where none was chosen. */
    static void folder(Texts texts, @Nullable Window owner, Consumer<List<Path>> then) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.say("files.folder-title"));
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            then.accept(List.of(chosen.toPath()));
        }
    }

    private static void ask(
            String title,
            String kinds,
            List<String> patterns,
            @Nullable Window owner,
            Consumer<List<Path>> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kinds, patterns));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null && !chosen.isEmpty()) {
            then.accept(chosen.stream().map(File::toPath).toList());
        }
    }
}
