/** LibTorch through DJL: the accelerator lane, TorchScript programs, device and compute type. */
@NullMarked
package atelier.engine.torch;

import org.jspecify.annotations.NullMarked;
