/** ONNX files: written from graphs, and run by ONNX Runtime. */
@NullMarked
package atelier.engine.onnx;

import org.jspecify.annotations.NullMarked;
