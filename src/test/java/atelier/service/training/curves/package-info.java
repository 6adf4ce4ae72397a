/** The picture of curves. */
@NullMarked
package atelier.service.training.curves;

import org.jspecify.annotations.NullMarked;
