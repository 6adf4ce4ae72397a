/** Measures how smoothly the window moves. */
@NullMarked
package atelier.ui.bench;

import org.jspecify.annotations.NullMarked;
