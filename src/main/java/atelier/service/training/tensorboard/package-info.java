/** Event files of TensorBoard, and the two formats that they are made of. */
@NullMarked
package atelier.service.training.tensorboard;

import org.jspecify.annotations.NullMarked;
