/** Pictures of the window without a window: each panel in each state, look, language and scale. */
@NullMarked
package atelier.ui.screenshot;

import org.jspecify.annotations.NullMarked;
