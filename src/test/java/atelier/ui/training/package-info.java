/** Tests of the training panel. */
@NullMarked
package atelier.ui.training;

import org.jspecify.annotations.NullMarked;
