/** The window around the panels: rail, job bar, what floats, and the keyboard. */
@NullMarked
package atelier.ui.shell;

import org.jspecify.annotations.NullMarked;
