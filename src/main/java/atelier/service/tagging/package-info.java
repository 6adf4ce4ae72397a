/** Proposes captions by what networks see. */
@NullMarked
package atelier.service.tagging;

import org.jspecify.annotations.NullMarked;
