/** Tests of the painter. */
@NullMarked
package atelier.service.starter.painter;

import org.jspecify.annotations.NullMarked;
