/** Parts that panels are put together from; they know of no stage. */
@NullMarked
package atelier.ui.component;

import org.jspecify.annotations.NullMarked;
