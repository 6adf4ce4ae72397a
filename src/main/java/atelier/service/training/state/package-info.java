/** States that training goes on from, to the bit, and the lines that tell of its steps. */
@NullMarked
package atelier.service.training.state;

import org.jspecify.annotations.NullMarked;
