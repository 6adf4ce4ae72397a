/** Faces: found by networks, aligned, restored and pasted back. */
@NullMarked
package atelier.engine.face;

import org.jspecify.annotations.NullMarked;
