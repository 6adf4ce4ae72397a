package atelier.service.tagging;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.caption.CaptionEdit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes captions. A proposal is an edit like others, so that it is shown before it is written
 * and can be undone.
 */
public final class TaggingService {

    private final CaptionService captions;
    private final Taggers taggers;

    /**
     * @param captions shows and writes the edits
     * @param taggers that there are
     */
    public TaggingService(CaptionService captions, Taggers taggers) {
        this.captions = captions;
        this.taggers = taggers;
    }

    /** The taggers that there are. */
    public Taggers taggers() {
        return taggers;
    }

    /** Shows and writes the proposals. */
    public CaptionService captions() {
        return captions;
    }

    /**
     * What captions would become; nothing is written.
     *
     * @param recursive whether folders inside are looked through, too
     * @throws AtelierException if there are no pictures, a threshold is not from 0 to 1, or a
     *     picture or the network cannot be read
     */
    public CaptionEdit.SetEach propose(
            Path source,
            boolean recursive,
            Tagger tagger,
            TaggingWish wish,
            ProgressListener progress,
            CancelToken cancel) {
        check(wish.threshold());
        check(wish.characterThreshold());
        List<DatasetPicture> pictures =
                captions.look(source, recursive, progress, cancel).pictures().stream()
                        .filter(picture -> isMeant(picture, wish.existing()))
                        .toList();
        List<List<FoundTag>> found =
                tagger.tag(pictures.stream().map(DatasetPicture::file).toList(), progress, cancel);
        CaptionComposer composer = new CaptionComposer(wish);
        Map<Path, String> texts = new HashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            DatasetPicture picture = pictures.get(i);
            String caption = composer.caption(picture, found.get(i));
            if (!caption.isEmpty()) {
                texts.put(picture.file(), caption);
            }
        }
        return new CaptionEdit.SetEach("captions by the " + tagger.name(), texts);
    }

    private static boolean isMeant(DatasetPicture picture, ExistingCaptions existing) {
        return existing != ExistingCaptions.KEEP || picture.captionFile() == null;
    }

    private static void check(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new AtelierException(
                    "The threshold is %s, but it must be from 0 to 1.".formatted(threshold));
        }
    }
}
