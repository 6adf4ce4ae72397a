/** Keeps what the user has set. */
@NullMarked
package atelier.service.settings;

import org.jspecify.annotations.NullMarked;
