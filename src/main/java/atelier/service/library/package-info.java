/**
 * The library: what model and adapter files are, and their way into the workspace and from one form
 * into another.
 */
@NullMarked
package atelier.service.library;

import org.jspecify.annotations.NullMarked;
