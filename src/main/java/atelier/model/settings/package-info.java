/** What the user can choose about the application itself. */
@NullMarked
package atelier.model.settings;

import org.jspecify.annotations.NullMarked;
