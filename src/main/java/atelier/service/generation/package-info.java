/** Makes images from prompts and keeps them. */
@NullMarked
package atelier.service.generation;

import org.jspecify.annotations.NullMarked;
