/** What is trained: its numbers and their gradients. */
@NullMarked
package atelier.engine.training.parameters;

import org.jspecify.annotations.NullMarked;
