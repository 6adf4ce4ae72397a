/** What of a model an adapter trains, by which method, and its parameters. */
@NullMarked
package atelier.engine.training.adapters;

import org.jspecify.annotations.NullMarked;
