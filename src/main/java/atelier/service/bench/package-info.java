/** Measures how fast this machine is. */
@NullMarked
package atelier.service.bench;

import org.jspecify.annotations.NullMarked;
