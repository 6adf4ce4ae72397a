package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.Workspace;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Everything that a workspace holds, part by part. */
public final class LibraryService {

    /** Name and trigger of the sample character, as its captions have it. */
    private static final String SAMPLE = "Ilvara";

    private final CharacterLibrary characters;
    private final AdapterLibrary adapters;
    private final AdapterRatings ratings;
    private final ImageLibrary images;
    private final ModelLibrary models;
    private final RunLibrary runs;
    private final RescanService files;
    private final LibraryHistory history;
    private final HealthService health;
    private final RelinkService relinks;

    /**
     * @param open outlives this
     * @param who makes the changes, for the history
     */
    public LibraryService(OpenWorkspace open, PictureReader pictures, Clock clock, String who) {
        Library library = Library.of(open, clock, who);
        characters = new CharacterLibrary(library, pictures);
        adapters = new AdapterLibrary(library);
        ratings = new AdapterRatings(library, adapters);
        images = new ImageLibrary(library, pictures);
        models = new ModelLibrary(library);
        runs = new RunLibrary(library);
        files = new RescanService(library, images);
        Cards cards = new Cards(library, adapters, characters);
        IndexEntries entries = new IndexEntries(library);
        history = new LibraryHistory(library, this, files, cards);
        relinks = new RelinkService(adapters);
        FoundFiles found = new FoundFiles(open.workspace());
        health =
                new HealthService(
                        library,
                        history,
                        List.of(
                                new CardHealth(adapters, characters, cards, entries),
                                new AdapterHealth(
                                        library, adapters, characters, found, cards, entries),
                                new LinkHealth(adapters, characters),
                                new CharacterHealth(characters, adapters, found, cards, entries),
                                new StateHealth(library, characters),
                                new IndexHealth(images, found, entries),
                                new RunHealth(runs, found, entries),
                                new ModelHealth(library, found)));
    }

    /**
     * Makes the sample character in a workspace that holds nothing yet, or goes on where that was
     * interrupted.
     *
     * @param pictures its folder
     * @return the character; empty where there is something else, or it was there
     */
    public synchronized Optional<CharacterRecord> addSample(
            Path pictures, ProgressListener progress, CancelToken cancel) {
        boolean begun = sample().filter(one -> one.state() == CharacterState.DRAFT).isPresent();
        if (!begun && (!characters.all().isEmpty() || !history.last(1).isEmpty())) {
            return Optional.empty();
        }
        String slug =
                begun
                        ? Workspace.slug(SAMPLE)
                        : characters.create(SAMPLE, AdapterType.PORTRAIT, SAMPLE).slug();
        characters.add(slug, List.of(pictures), progress, cancel);
        return Optional.of(
                characters.set(
                        slug, CharacterField.STATE, CharacterState.READY.name(), "comes along"));
    }

    /** The sample character, if it is there. */
    public Optional<CharacterRecord> sample() {
        String slug = Workspace.slug(SAMPLE);
        return characters.all().stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** The characters and their pictures. */
    public CharacterLibrary characters() {
        return characters;
    }

    /** The adapters. */
    public AdapterLibrary adapters() {
        return adapters;
    }

    /** What the adapters are worth by their images. */
    public AdapterRatings ratings() {
        return ratings;
    }

    /** The images. */
    public ImageLibrary images() {
        return images;
    }

    /** The models. */
    public ModelLibrary models() {
        return models;
    }

    /** The training runs. */
    public RunLibrary runs() {
        return runs;
    }

    /** The index of the files. */
    public RescanService files() {
        return files;
    }

    /** What was changed, and the way back. */
    public LibraryHistory history() {
        return history;
    }

    /** Links many adapters to their files again. */
    public RelinkService relinks() {
        return relinks;
    }

    /** Whether all of it is sound, and how it is mended. */
    public HealthService health() {
        return health;
    }
}
