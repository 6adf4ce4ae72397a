/** The restoration panel: faces mended, pictures made larger, held against what they were. */
@NullMarked
package atelier.ui.restoration;

import org.jspecify.annotations.NullMarked;
