/** The cartoon portraits that work out of the box is shown on, and what they are described by. */
@NullMarked
package atelier.model.starter;

import org.jspecify.annotations.NullMarked;
