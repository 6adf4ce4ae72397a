package atelier.ui.firststart;

import atelier.model.dataset.DatasetReport;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.library.PictureRecord;
import atelier.service.generation.ModelList;
import atelier.service.job.Processors;
import atelier.service.library.LibraryService;
import atelier.service.starter.FirstOrders;
import atelier.ui.dataset.DatasetWork;
import atelier.ui.training.Trainee;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what there is to begin with. Waits for the disk; one look at a time. */
public final class Beginning {

    private final LibraryService library;
    private final DatasetWork datasets;
    private final ModelList models;
    private final Path starter;
    private final @Nullable Path sample;
    private List<PictureRecord> checked = List.of();
    private int toLookAt;

    /**
     * @param models of the workspace, and the one that comes along
     * @param starter the one that comes along; need not be there
     * @param sample pictures of the character that comes along, for a workspace that is new; null
     *     for none
     */
    public Beginning(
            LibraryService library,
            DatasetWork datasets,
            ModelList models,
            Path starter,
            @Nullable Path sample) {
        this.library = library;
        this.datasets = datasets;
        this.models = models;
        this.starter = starter;
        this.sample = sample;
    }

    /** The model that comes along. */
    Path starter() {
        return starter;
    }

    /** Looks; brings the sample character into a workspace that is new. */
    synchronized Found look(ProgressListener progress) {
        if (sample != null) {
            library.addSample(sample, progress, new CancelToken());
        }
        Optional<CharacterRecord> own = library.sample();
        CharacterRecord character =
                own.or(() -> library.characters().current().stream().findFirst()).orElse(null);
        boolean hasStarter = models.all().stream().anyMatch(model -> model.path().equals(starter));
        if (character == null) {
            return new Found(null, false, List.of(), 0, null, hasStarter, Processors.found());
        }
        List<PictureRecord> pictures = library.characters().pictures(character.slug());
        Path folder = datasets.folder(character);
        return new Found(
                new Trainee(character, pictures.size(), folder),
                own.isPresent(),
                pictures.stream().map(picture -> folder.resolve(picture.name())).toList(),
                toLookAt(character, pictures),
                adapter(character),
                hasStarter,
                Processors.found());
    }

    /** Looks through the pictures, where they are not those of last time. */
    private int toLookAt(CharacterRecord character, List<PictureRecord> pictures) {
        if (!pictures.equals(checked)) {
            DatasetReport report = datasets.look(character, FirstOrders.SIDE);
            toLookAt = report.toLookAt() + report.leftOut().size();
            checked = pictures;
        }
        return pictures.isEmpty() ? 0 : toLookAt;
    }

    private @Nullable Path adapter(CharacterRecord character) {
        return library.adapters().current().stream()
                .filter(adapter -> adapter.character().equals(character.slug()))
                .max(Comparator.comparing(AdapterRecord::added))
                .map(adapter -> library.adapters().path(adapter))
                .orElse(null);
    }
}
