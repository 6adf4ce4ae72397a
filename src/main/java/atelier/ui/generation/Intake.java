package atelier.ui.generation;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.SettingsLookup;
import atelier.model.library.AdapterRecord;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes in files: the settings of images, and adapters. */
final class Intake {

    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "webp");
    private static final String ADAPTER = "safetensors";

    private final GenerationWork work;
    private final Background background;
    private final ToastModel toasts;

    Intake(GenerationWork work, Background background, ToastModel toasts) {
        this.work = work;
        this.background = background;
        this.toasts = toasts;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Takes in what was dropped.
     *
     * @param now what stands in the form
     * @param taken gets the name of the first image and its settings
     * @param shelved gets the adapters of the library, with those that are new
     */
    void drop(
            List<Path> files,
            GenerationDraft now,
            BiConsumer<String, GenerationDraft> taken,
            Consumer<List<AdapterRecord>> shelved) {
        List<Path> adapters = files.stream().filter(file -> ending(file).equals(ADAPTER)).toList();
        files.stream()
                .filter(file -> IMAGES.contains(ending(file)))
                .findFirst()
                .ifPresent(image -> settings(image, now, taken));
        if (!adapters.isEmpty()) {
            shelve(adapters, shelved);
        }
        files.stream()
                .filter(file -> !IMAGES.contains(ending(file)) && !ending(file).equals(ADAPTER))
                .findFirst()
                .ifPresent(other ->
                        toasts.show(
                                Toast.failed(
                                        Phrase.of("gen.refused", other.getFileName().toString()),
                                        Phrase.of("gen.refused-detail"))));
    }

    /** Reads how an image was made. */
    void settings(Path image, GenerationDraft now, BiConsumer<String, GenerationDraft> taken) {
        background.run(
                () ->
                        switch (work.settingsOf(image)) {
                            case SettingsLookup.Found(ImageSettings found) ->
                                    new TakenSettings(work.library().adapters().current())
                                            .draft(found, now);
                            case SettingsLookup.NothingFound(String reason) ->
                                    throw new AtelierException(reason);
                        },
                draft -> taken.accept(image.getFileName().toString(), draft),
                this::failed);
    }

    private record Shelved(List<AdapterRecord> all, List<String> names) {}

    private void shelve(List<Path> files, Consumer<List<AdapterRecord>> shelved) {
        background.run(
                () -> {
                    List<String> names = new ArrayList<>();
                    for (Path file : files) {
                        names.add(work.library().adapters().bring(file, "dropped").name());
                    }
                    return new Shelved(work.library().adapters().current(), names);
                },
                found -> {
                    shelved.accept(found.all());
                    toasts.show(
                            Toast.done(Phrase.of("gen.shelved", String.join(", ", found.names()))));
                },
                this::failed);
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }
}
