/** Tests of the command line. */
@NullMarked
package atelier.cli;

import org.jspecify.annotations.NullMarked;
