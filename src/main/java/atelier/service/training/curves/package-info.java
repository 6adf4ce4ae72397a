/** Curves as a picture: axes, panels and lines, drawn with Java2D alone. */
@NullMarked
package atelier.service.training.curves;

import org.jspecify.annotations.NullMarked;
