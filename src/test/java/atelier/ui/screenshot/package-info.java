/** Every state of the window that pictures are made of, looked at. */
@NullMarked
package atelier.ui.screenshot;

import org.jspecify.annotations.NullMarked;
