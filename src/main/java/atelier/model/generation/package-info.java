/** What is asked of a generation, and what an image knows about how it was made. */
@NullMarked
package atelier.model.generation;

import org.jspecify.annotations.NullMarked;
