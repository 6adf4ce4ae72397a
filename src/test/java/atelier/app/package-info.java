/** Tests of the start of the program. */
@NullMarked
package atelier.app;

import org.jspecify.annotations.NullMarked;
