/** The training step: parameters, loss, gradients and their use. */
@NullMarked
package atelier.engine.training;

import org.jspecify.annotations.NullMarked;
