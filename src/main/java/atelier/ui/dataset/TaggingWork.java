package atelier.ui.dataset;

import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.service.tagging.TaggedPictures;
import java.nio.file.Path;
import java.util.List;

/**
 * What the proposing of captions asks of the services. All of it waits for the disk and the engine
 * and is called beside the window's thread.
 */
public interface TaggingWork {

    /** The taggers that there are, the best one first. */
    List<TaggerChoice> taggers();

    /**
     * Looks at pictures.
     *
     * @param folder where they lie
     * @throws atelier.model.AtelierException if they or the tagger cannot be read
     */
    TaggedPictures look(Path folder, TaggerChoice tagger, CancelToken cancel);

    /** What captions would become; nothing is written. */
    CaptionProposal propose(Path folder, TaggedPictures seen, TaggingWish wish);
}
