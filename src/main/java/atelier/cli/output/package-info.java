/**
 * What a command shows while it works and when it is done: for people, for logs and for programs.
 */
@NullMarked
package atelier.cli.output;

import org.jspecify.annotations.NullMarked;
