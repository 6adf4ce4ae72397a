/** Captions: read, edited, counted. */
@NullMarked
package atelier.service.dataset.caption;

import org.jspecify.annotations.NullMarked;
