/** Generation: the prompt, the gallery, the adapters and the queue. */
@NullMarked
package atelier.ui.generation;

import org.jspecify.annotations.NullMarked;
