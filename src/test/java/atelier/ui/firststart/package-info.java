/** Tests of the first steps. */
@NullMarked
package atelier.ui.firststart;

import org.jspecify.annotations.NullMarked;
