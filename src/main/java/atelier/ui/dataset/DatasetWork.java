package atelier.ui.dataset;

import atelier.model.dataset.BucketWish;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.FramingWish;
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

/**
 * What the dataset panel asks of the services. All of it waits for the disk and is called beside
 * the window's thread.
 *
 * @param workspace where the pictures lie
 * @param library the characters
 * @param datasets tells what training gets
 * @param captions edits captions
 */
public record DatasetWork(
        Workspace workspace,
        LibraryService library,
        DatasetService datasets,
        CaptionService captions) {

    private static final DatasetOptions FEW = new DatasetOptions(false, true, DatasetOptions.WHITE);

    /** Every character. */
    List<CharacterRecord> characters() {
        return library.characters().all();
    }

    /** Begins a character. */
    CharacterRecord create(String name) {
        return library.characters().create(name, AdapterType.CHARACTER, "");
    }

    /**
     * What training gets of a character's pictures; null where it has none.
     *
     * @param resolution side of a square picture in training
     */
    DatasetReport look(CharacterRecord character, int resolution) {
        return datasets.prepare(
                new DatasetOrder(folder(character), character.trigger(), FEW, null),
                FramingWish.of(new BucketWish(resolution, null, resolution)),
                null,
                ProgressListener.NONE,
                new CancelToken());
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

    /** Takes the last edit of captions back. */
    void undoCaptions(CharacterRecord character) {
        captions.undo(folder(character));
    }

    private Path folder(CharacterRecord character) {
        return workspace.originals(character.slug());
    }
}
