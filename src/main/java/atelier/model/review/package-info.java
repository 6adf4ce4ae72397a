/** Comparisons of adapters side by side: their axes and their cells. */
@NullMarked
package atelier.model.review;

import org.jspecify.annotations.NullMarked;
