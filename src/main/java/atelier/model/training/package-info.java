/** Training of adapters: what is asked for, and what came of it. */
@NullMarked
package atelier.model.training;

import org.jspecify.annotations.NullMarked;
