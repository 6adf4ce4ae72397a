/** What the window says, in each language, and how it writes numbers. */
@NullMarked
package atelier.ui.text;

import org.jspecify.annotations.NullMarked;
