/** Pictures of the user's files, read beside the JavaFX thread. */
@NullMarked
package atelier.ui.picture;

import org.jspecify.annotations.NullMarked;
