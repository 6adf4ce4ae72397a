package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionChanges;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.dataset.caption.CaptionEditor;
import atelier.service.dataset.caption.CaptionJournal;
import atelier.service.dataset.source.ZipSource;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.List;

/** Shows, edits and restores the captions of the pictures that training would take. */
public final class CaptionService {

    private final DatasetScanner scanner;
    private final CaptionJournal journal;

    /**
     * @param journals folder for what can be undone
     */
    public CaptionService(PictureReader reader, Path journals) {
        this.scanner = new DatasetScanner(reader);
        this.journal = new CaptionJournal(journals);
    }

    /**
     * The pictures with their captions.
     *
     * @param recursive whether folders inside are looked through, too
     * @throws AtelierException if there is none, or a caption cannot be used
     */
    public Dataset look(
            Path source, boolean recursive, ProgressListener progress, CancelToken cancel) {
        DatasetOptions options = new DatasetOptions(recursive, true, DatasetOptions.WHITE);
        return scanner.scan(new DatasetOrder(source, "", options, null), progress, cancel);
    }

    /**
     * What an edit would change; nothing is written.
     *
     * @throws AtelierException as {@link #look}, or if the source is a zip
     */
    public List<CaptionChange> changes(
            Path source,
            boolean recursive,
            CaptionEdit edit,
            ProgressListener progress,
            CancelToken cancel) {
        if (ZipSource.isZip(source)) {
            throw new AtelierException(
                    source
                            + " is a zip, whose captions cannot be edited: unpack it and choose the folder.");
        }
        return CaptionEditor.changes(look(source, recursive, progress, cancel).pictures(), edit);
    }

    /**
     * Writes changes, so that they can be undone.
     *
     * @throws AtelierException if one cannot be written; all captions are then as they were
     */
    public void apply(Path source, CaptionEdit edit, List<CaptionChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        // Written down first: a process that is killed in the middle leaves what undoes its part.
        journal.add(source, new CaptionJournal.Entry(edit.words(), changes));
        try {
            CaptionChanges.apply(changes);
        } catch (AtelierException e) {
            if (!CaptionChanges.anyWritten(changes)) {
                journal.removeLast(source);
            }
            throw e;
        }
    }

    /**
     * The last edit that was written and not undone.
     *
     * @throws AtelierException if there is none
     */
    public CaptionJournal.Entry last(Path source) {
        List<CaptionJournal.Entry> entries = journal.entries(source);
        if (entries.isEmpty()) {
            throw new AtelierException(
                    "There is nothing to undo in %s: no caption of it was changed by Atelier, or all of that was undone."
                            .formatted(source));
        }
        return entries.getLast();
    }

    /**
     * Undoes the last edit.
     *
     * @throws AtelierException if there is none, or a caption was changed since
     */
    public void undo(Path source) {
        CaptionChanges.undo(last(source).changes());
        journal.removeLast(source);
    }
}
