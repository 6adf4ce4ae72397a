/**
 * Small convolutional networks over pictures that this engine trains and ONNX Runtime runs:
 * programs for the training, and writers of the same as ONNX.
 */
@NullMarked
package atelier.engine.convnet;

import org.jspecify.annotations.NullMarked;
