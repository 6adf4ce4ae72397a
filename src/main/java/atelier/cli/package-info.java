/** The command line: picocli commands over the same services as the window. */
@NullMarked
package atelier.cli;

import org.jspecify.annotations.NullMarked;
