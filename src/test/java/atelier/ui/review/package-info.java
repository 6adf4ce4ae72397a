/** Tests of the review panel. */
@NullMarked
package atelier.ui.review;

import org.jspecify.annotations.NullMarked;
