/** Tests of the command line's option. */
@NullMarked
package atelier.cli.option;

import org.jspecify.annotations.NullMarked;
