/** A page to look at: every picture with what training makes of it. */
@NullMarked
package atelier.service.dataset.sheet;

import org.jspecify.annotations.NullMarked;
