/** Restoration of whole images: faces first, then the size. */
@NullMarked
package atelier.engine.restoration;

import org.jspecify.annotations.NullMarked;
