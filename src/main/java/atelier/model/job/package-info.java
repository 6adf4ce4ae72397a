/** Long work: jobs and their states, progress, and how it is cancelled. */
@NullMarked
package atelier.model.job;

import org.jspecify.annotations.NullMarked;
