/** Tests of the library panel. */
@NullMarked
package atelier.ui.library;

import org.jspecify.annotations.NullMarked;
