/** Training: the plan of a run, its curves and previews while it goes, and what came of it. */
@NullMarked
package atelier.ui.training;

import org.jspecify.annotations.NullMarked;
