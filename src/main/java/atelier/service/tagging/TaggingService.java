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
     * Looks at the pictures of a source.
     *
     * @param recursive whether folders inside are looked through, too
     * @param uncaptioned whether only those without a caption are looked at
     * @throws AtelierException if there are no pictures, or a picture or the network cannot be read
     */
    public TaggedPictures look(
            Path source,
            boolean recursive,
            Tagger tagger,
            boolean uncaptioned,
            ProgressListener progress,
            CancelToken cancel) {
        List<DatasetPicture> pictures =
                captions.look(source, recursive, progress, cancel).pictures().stream()
                        .filter(picture -> !uncaptioned || picture.captionFile() == null)
                        .toList();
        return new TaggedPictures(
                tagger.name(),
                pictures,
                tagger.tag(pictures.stream().map(DatasetPicture::file).toList(), progress, cancel));
    }

    /**
     * What captions would become; nothing is written.
     *
     * @throws AtelierException if a threshold is not from 0 to 1, or a caption cannot be read
     */
    public static CaptionEdit.SetEach propose(TaggedPictures seen, TaggingWish wish) {
        check(wish.threshold());
        check(wish.characterThreshold());
        CaptionComposer composer = new CaptionComposer(wish);
        Map<Path, String> texts = new HashMap<>();
        for (int i = 0; i < seen.pictures().size(); i++) {
            DatasetPicture picture = seen.pictures().get(i);
            String caption = composer.caption(picture, seen.tags().get(i));
            if (!caption.isEmpty() && isMeant(picture, wish.existing())) {
                texts.put(picture.file(), caption);
            }
        }
        return new CaptionEdit.SetEach("captions by the " + seen.tagger(), texts);
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
