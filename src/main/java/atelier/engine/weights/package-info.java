/** Weight files: safetensors, checkpoint layouts, hashes and memory mapping. */
@NullMarked
package atelier.engine.weights;

import org.jspecify.annotations.NullMarked;
