package atelier.ui;

import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.service.storage.FileManager;
import atelier.ui.generation.GenerationModel;
import atelier.ui.library.LibraryWays;
import atelier.ui.shell.Place;
import atelier.ui.shell.ShellModel;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * From the library to the other panels.
 *
 * @param shell where the user is
 * @param pictures goes to the pictures of the character of that slug
 * @param training goes to its training
 * @param generation images
 * @param restoration goes to the restoration of that picture
 * @param background opens the file manager
 * @param toasts tells where that cannot be
 */
record WaysFromLibrary(
        ShellModel shell,
        Consumer<String> pictures,
        Consumer<String> training,
        GenerationModel generation,
        Consumer<Path> restoration,
        Background background,
        ToastModel toasts)
        implements LibraryWays {

    @Override
    public void gather(CharacterRecord character) {
        pictures.accept(character.slug());
    }

    @Override
    public void train(CharacterRecord character) {
        training.accept(character.slug());
    }

    @Override
    public void generate(AdapterRecord adapter, double strength) {
        shell.go(Place.GENERATION);
        generation.use(adapter, strength);
    }

    @Override
    public void takeSettings(Path image) {
        shell.go(Place.GENERATION);
        generation.takeSettings(image);
    }

    @Override
    public void restore(Path image) {
        restoration.accept(image);
    }

    @Override
    public void showInFiles(Path file) {
        background.perform(
                () -> FileManager.show(file), failure -> toasts.show(Toast.failed(failure)));
    }
}
