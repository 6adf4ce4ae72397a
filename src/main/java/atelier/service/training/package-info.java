/** Training runs: from a folder of pictures to an adapter file. */
@NullMarked
package atelier.service.training;

import org.jspecify.annotations.NullMarked;
