/** The window of Atelier, put together: one line for each panel. */
@NullMarked
package atelier.ui;

import org.jspecify.annotations.NullMarked;
