package atelier.ui.review;

import atelier.model.review.Contender;
import org.jspecify.annotations.Nullable;

/**
 * A contender that is to be promoted.
 *
 * @param contender who it is
 * @param quality of its cells, 0 to 1; null where not measured
 */
record ComparedOne(Contender contender, @Nullable Double quality) {}
