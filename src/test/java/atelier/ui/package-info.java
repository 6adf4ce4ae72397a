/** The window as its users meet it, on a screen in memory. */
@NullMarked
package atelier.ui;

import org.jspecify.annotations.NullMarked;
