/** The first minute: three steps to the first trained adapter. */
@NullMarked
package atelier.ui.firststart;

import org.jspecify.annotations.NullMarked;
