/** Tests of the measurements. */
@NullMarked
package atelier.service.bench;

import org.jspecify.annotations.NullMarked;
