/** Values of command-line options: how they are written and what they stand for. */
@NullMarked
package atelier.cli.option;

import org.jspecify.annotations.NullMarked;
