/** Stages that are worked by a command of the terminal: what it is, and how to copy it. */
@NullMarked
package atelier.ui.guide;

import org.jspecify.annotations.NullMarked;
