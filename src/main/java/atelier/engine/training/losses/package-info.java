/** What is compared with what in a training step, and how much each part counts. */
@NullMarked
package atelier.engine.training.losses;

import org.jspecify.annotations.NullMarked;
