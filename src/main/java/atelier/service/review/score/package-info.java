/** Measures the cells of comparisons: how like the subject they are, and how like their prompts. */
@NullMarked
package atelier.service.review.score;

import org.jspecify.annotations.NullMarked;
