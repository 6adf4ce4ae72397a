/** Tests of the measurements at full size. */
@NullMarked
package atelier.engine.bench;

import org.jspecify.annotations.NullMarked;
