/** Blind votes on the cells of comparisons, and what they say about who is best. */
@NullMarked
package atelier.service.review.vote;

import org.jspecify.annotations.NullMarked;
