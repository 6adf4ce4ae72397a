/** What a run of training will come to, told before it begins. */
@NullMarked
package atelier.service.training.forecast;

import org.jspecify.annotations.NullMarked;
