/** Work beside the JavaFX thread. */
@NullMarked
package atelier.ui.work;

import org.jspecify.annotations.NullMarked;
