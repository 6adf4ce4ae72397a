/** Upscaling: images made larger, by networks in tiles and by plain filters. */
@NullMarked
package atelier.engine.upscale;

import org.jspecify.annotations.NullMarked;
