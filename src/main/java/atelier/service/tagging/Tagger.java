package atelier.service.tagging;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.List;

/** Says what pictures show. */
public interface Tagger {

    /** What it is called. */
    String name();

    /** How sure of a tag one should be to write it, from 0 to 1. */
    double usualThreshold();

    /**
     * Looks at pictures.
     *
     * @param cancel asked between pictures
     * @return for each of them what it may show, in the order in which to say it
     * @throws atelier.model.AtelierException if a picture or the network cannot be read
     */
    List<List<FoundTag>> tag(List<Path> pictures, ProgressListener progress, CancelToken cancel);
}
