/** What can be measured on a picture: sharpness, exposure, likeness. */
@NullMarked
package atelier.service.dataset.quality;

import org.jspecify.annotations.NullMarked;
