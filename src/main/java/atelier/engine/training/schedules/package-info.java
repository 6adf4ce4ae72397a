/** How the learning rate goes over a run, one class each, and their registry. */
@NullMarked
package atelier.engine.training.schedules;

import org.jspecify.annotations.NullMarked;
