/** Tests of the restoration panel. */
@NullMarked
package atelier.ui.restoration;

import org.jspecify.annotations.NullMarked;
