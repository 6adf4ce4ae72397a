/** Event files, read back by a reader of the test's own. */
@NullMarked
package atelier.service.training.tensorboard;

import org.jspecify.annotations.NullMarked;
