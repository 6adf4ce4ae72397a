/** How the window looks: colours, fonts and icons. */
@NullMarked
package atelier.ui.theme;

import org.jspecify.annotations.NullMarked;
