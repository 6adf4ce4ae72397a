/** Masks: which part of a picture is its subject. */
@NullMarked
package atelier.engine.mask;

import org.jspecify.annotations.NullMarked;
