package atelier.ui.library;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.reference.Reference;
import atelier.service.library.LibraryService;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.work.Drafts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The library's state and intents over a workspace with one character, without a toolkit. */
abstract class OpenLibraryModel {

    static final Path LORA = Reference.root().resolve("lora/kohya_ldm.safetensors");
    static final Path PICTURE =
            Path.of(System.getProperty("project.dir"), "sample-data", "character", "01.png");

    @TempDir Path folder;
    StudioFixture fixture;
    LibraryService library;
    final ToastModel toasts = new ToastModel();
    final UndoStack undo = new UndoStack(toasts);
    LibraryModel model;

    @BeforeEach
    void open() {
        fixture = StudioFixture.empty(folder.resolve("work"));
        StudioServices services = fixture.atOnce();
        library = services.library();
        library.characters().create("Ilvara", AdapterType.PORTRAIT, "ilvara");
        library.characters()
                .add("ilvara", List.of(PICTURE), ProgressListener.NONE, new CancelToken());
        library.characters()
                .set("ilvara", CharacterField.STATE, CharacterState.READY.name(), "test");
        model =
                new LibraryModel(
                        new LibraryWork(
                                services.workspace(),
                                library,
                                services.jobs(),
                                services.catalog(),
                                services.starter(),
                                new Drafts(services.settings())),
                        services.background(),
                        toasts,
                        undo);
        model.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    CharacterRecord chosen() {
        return model.characters().things().chosen().get().record();
    }

    AdapterRecord style() {
        AdapterRecord added =
                library.adapters().add(LORA, AdapterType.STYLE, "inkwash", "", "test");
        model.refresh();
        return added;
    }
}
