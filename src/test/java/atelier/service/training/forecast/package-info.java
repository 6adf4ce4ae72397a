/** Tests of what a run is said to come to. */
@NullMarked
package atelier.service.training.forecast;

import org.jspecify.annotations.NullMarked;
