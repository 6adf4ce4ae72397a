/** Restoration: faces that are found and mended, and images that are made larger. */
@NullMarked
package atelier.model.restoration;

import org.jspecify.annotations.NullMarked;
