/** Draws cartoon portraits, each thing of a picture by a class of its own. */
@NullMarked
package atelier.service.starter.painter;

import org.jspecify.annotations.NullMarked;
