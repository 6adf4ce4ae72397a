package atelier.ui.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.FramingWish;
import atelier.model.generation.PromptTokens;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.Workspace;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.library.CharacterLibrary;
import atelier.service.library.LibraryService;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What the dataset panel asks of the services. All of it waits for the disk and is called beside
 * the window's thread.
 *
 * @param workspace where the pictures lie
 * @param library the characters
 * @param datasets tells what training gets
 * @param captions edits captions
 * @param tokens counts the tokens of a caption; fails where nothing is there to count by
 * @param busy whether the processor is at work on a job, which may take hours
 */
public record DatasetWork(
        Workspace workspace,
        LibraryService library,
        DatasetService datasets,
        CaptionService captions,
        Function<String, PromptTokens> tokens,
        BooleanSupplier busy) {

    private static final DatasetOptions FEW = new DatasetOptions(false, true, DatasetOptions.WHITE);

    /** Every character. */
    List<CharacterRecord> characters() {
        return library.characters().current();
    }

    /**
     * A character that was begun.
     *
     * @param character is in the library if anything was added
     */
    record Begun(CharacterRecord character, CharacterLibrary.Added added) {}

    /**
     * Begins a character of pictures, named after the first of them; none where none can be had.
     */
    Begun begin(List<Path> sources) {
        CharacterRecord character =
                library.characters().create(nameOf(sources.getFirst()), AdapterType.CHARACTER, "");
        boolean has = false;
        try {
            CharacterLibrary.Added added = add(character, sources);
            has = !added.added().isEmpty();
            return new Begun(character, added);
        } finally {
            if (!has) {
                library.characters().remove(character.slug(), "nothing could be added");
            }
        }
    }

    private static String nameOf(Path source) {
        String name = Objects.requireNonNull(source.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * What training gets of a character's pictures; null where it has none.
     *
     * @param resolution side of a square picture in training
     */
    public DatasetReport look(CharacterRecord character, int resolution) {
        return datasets.prepare(
                new DatasetOrder(folder(character), character.trigger(), FEW, null),
                FramingWish.of(new BucketWish(resolution, null, resolution)),
                null,
                ProgressListener.NONE,
                new CancelToken());
    }

    /**
     * A report that may have more to tell than another.
     *
     * @param base the other
     * @param report with the pictures in which no face was found
     */
    record Faced(DatasetReport base, DatasetReport report) {

        /** Whether it has. */
        boolean tellsMore() {
            return !report.equals(base);
        }
    }

    /** Looks for faces, where something finds them and nothing else is at work. */
    Faced withFaces(DatasetReport report) {
        return new Faced(
                report,
                datasets.findsFaces() && !busy.getAsBoolean()
                        ? datasets.withFaces(report, ProgressListener.NONE, new CancelToken())
                        : report);
    }

    /** Whether a character has pictures. */
    boolean hasPictures(CharacterRecord character) {
        return !library.characters().pictures(character.slug()).isEmpty();
    }

    /** Copies pictures to a character. */
    CharacterLibrary.Added add(CharacterRecord character, List<Path> sources) {
        return library.characters()
                .add(character.slug(), sources, ProgressListener.NONE, new CancelToken());
    }

    /** Moves a picture to the trash; gives what brings it back. */
    long leaveOut(CharacterRecord character, String name) {
        library.characters().removePicture(character.slug(), name, "left out");
        return library.history().of(ItemKind.PICTURE, character.slug() + "/" + name).stream()
                .findFirst()
                .map(AuditRow::id)
                .orElseThrow();
    }

    /** Takes a change of the library back. */
    void undo(long change) {
        library.history().undo(change);
    }

    /** Edits captions; tells how many were changed. */
    int edit(CharacterRecord character, CaptionEdit edit) {
        Path folder = folder(character);
        List<CaptionChange> changes =
                captions.changes(folder, false, edit, ProgressListener.NONE, new CancelToken());
        captions.apply(folder, edit, changes);
        return changes.size();
    }

    /** The tokens of a caption; empty where it says nothing, or nothing is there to count by. */
    Optional<PromptTokens> count(String caption) {
        try {
            return caption.isBlank() ? Optional.empty() : Optional.of(tokens.apply(caption));
        } catch (AtelierException _) {
            return Optional.empty();
        }
    }

    /** Takes the last edit of captions back. */
    void undoCaptions(CharacterRecord character) {
        captions.undo(folder(character));
    }

    /** Where the pictures of a character lie. */
    public Path folder(CharacterRecord character) {
        return workspace.originals(character.slug());
    }
}
