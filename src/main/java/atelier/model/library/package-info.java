/** What lies in the library: models, adapters, images, and what is known of them. */
@NullMarked
package atelier.model.library;

import org.jspecify.annotations.NullMarked;
