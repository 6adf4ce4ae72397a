/** Tests of the command line's output. */
@NullMarked
package atelier.cli.output;

import org.jspecify.annotations.NullMarked;
