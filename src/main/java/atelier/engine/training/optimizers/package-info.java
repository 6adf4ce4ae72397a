/** Optimizers, one class each, and their registry. */
@NullMarked
package atelier.engine.training.optimizers;

import org.jspecify.annotations.NullMarked;
