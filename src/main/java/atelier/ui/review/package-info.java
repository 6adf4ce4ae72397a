/** Comparisons side by side: they are ordered, looked at, voted on and measured here. */
@NullMarked
package atelier.ui.review;

import org.jspecify.annotations.NullMarked;
