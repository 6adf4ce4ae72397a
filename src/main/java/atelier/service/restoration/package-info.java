/** Restoration of images: faces mended, size enlarged, in batches that can be gone on with. */
@NullMarked
package atelier.service.restoration;

import org.jspecify.annotations.NullMarked;
