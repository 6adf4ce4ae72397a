/**
 * The start of the program and its wiring by plain constructors: the only package that sees every
 * other.
 */
@NullMarked
package atelier.app;

import org.jspecify.annotations.NullMarked;
