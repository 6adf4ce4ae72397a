/**
 * A small CLIP (Radford et al., arXiv 2103.00020): a picture tower that shares its spaces with
 * SDXL's text encoders.
 */
@NullMarked
package atelier.engine.clip;

import org.jspecify.annotations.NullMarked;
