package atelier.ui.library;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.library.CharacterRecord;
import atelier.model.library.Detection;
import atelier.model.library.FileKind;
import atelier.service.library.CharacterLibrary;
import atelier.service.library.ModelLibrary;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Takes files into the library: each goes where it belongs, or it is said why it does not. */
final class LibraryIntake {

    private static final String WHY = "brought into the library";
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff");

    private final LibraryWork work;
    private final Executor window;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<@Nullable Progress> copying = new ReadOnlyObjectWrapper<>();
    private volatile CancelToken cancel = new CancelToken();

    LibraryIntake(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.window = background.window();
        this.changes = changes;
    }

    /** What came of the files: names of what was taken, and why others were not. */
    private record Taken(List<String> names, List<Phrase> refused) {}

    /** Takes files and folders, one after the other. */
    void take(List<Path> files) {
        changes.run(
                () -> {
                    Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
                    for (Path file : files) {
                        try {
                            taken.names().add(take(file, taken.refused()));
                        } catch (CancelledException _) {
                            taken.refused().add(Phrase.of("library.stopped", name(file)));
                            break;
                        } catch (AtelierException e) {
                            taken.refused().add(Phrase.said(String.valueOf(e.getMessage())));
                        }
                    }
                    taken.names().removeIf(String::isEmpty);
                    return taken;
                },
                taken -> {
                    copying.set(null);
                    tell(taken);
                });
    }

    private void tell(Taken taken) {
        if (!taken.refused().isEmpty()) {
            changes.tell(
                    Toast.failed(
                            taken.refused().getFirst(),
                            taken.names().isEmpty()
                                    ? null
                                    : Phrase.of(
                                            "library.taken", String.join(", ", taken.names()))));
        } else if (!taken.names().isEmpty()) {
            changes.tell(Toast.done(Phrase.of("library.taken", String.join(", ", taken.names()))));
        }
    }

    /** The name of what was taken; empty where it was refused. */
    private String take(Path file, List<Phrase> refused) {
        String ending = ending(file);
        if (Files.isDirectory(file)
                && ModelLibrary.detect(file).kind() == FileKind.DIFFUSERS_FOLDER) {
            work.library().models().add(file, this::progressed, fresh());
            return name(file);
        } else if (Files.isDirectory(file) || ending.equals("zip")) {
            return character(file, refused);
        } else if (PICTURES.contains(ending)) {
            return work.library().images().add(file, WHY).file();
        } else if (ending.equals("safetensors")) {
            return weights(file);
        } else if (ending.equals("onnx")) {
            work.library().models().addKnown(file, work.entries(), this::progressed, fresh());
            return name(file);
        }
        refused.add(Phrase.of("library.refused", name(file)));
        return "";
    }

    private String weights(Path file) {
        Detection found = ModelLibrary.detect(file);
        if (found.kind() == FileKind.ADAPTER) {
            return work.library().adapters().bring(file, WHY).name();
        }
        work.library().models().add(file, this::progressed, fresh());
        return name(file);
    }

    /** A token for what begins now. */
    private CancelToken fresh() {
        CancelToken token = new CancelToken();
        cancel = token;
        return token;
    }

    private void progressed(Progress now) {
        window.execute(() -> copying.set(now.done() >= now.total() ? null : now));
    }

    /** Ends what is being copied. */
    void stop() {
        cancel.cancel();
    }

    /** What is being copied; null for nothing. */
    ReadOnlyObjectProperty<@Nullable Progress> copying() {
        return copying.getReadOnlyProperty();
    }

    private String character(Path folder, List<Phrase> refused) {
        CharacterRecord character = work.create(stem(name(folder)));
        String slug = character.slug();
        CharacterLibrary.Added added;
        try {
            added =
                    work.library()
                            .characters()
                            .add(slug, List.of(folder), this::progressed, fresh());
        } catch (AtelierException e) {
            work.library().characters().remove(slug, WHY);
            throw e;
        }
        if (added.added().isEmpty()) {
            work.library().characters().remove(slug, WHY);
            refused.add(Phrase.of("library.no-pictures", name(folder)));
            return "";
        }
        return character.name();
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
