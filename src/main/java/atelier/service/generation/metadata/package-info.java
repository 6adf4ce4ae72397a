/** What an image says about how it was made: written into Atelier's, read from everyone's. */
@NullMarked
package atelier.service.generation.metadata;

import org.jspecify.annotations.NullMarked;
