/** Pixels: resized, and turned into the numbers that networks take and back. */
@NullMarked
package atelier.engine.pixels;

import org.jspecify.annotations.NullMarked;
