/** Measures the engine at the size of real models, over random weights. */
@NullMarked
package atelier.engine.bench;

import org.jspecify.annotations.NullMarked;
