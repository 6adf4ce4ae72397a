/** Settings: the application itself. */
@NullMarked
package atelier.ui.settings;

import org.jspecify.annotations.NullMarked;
