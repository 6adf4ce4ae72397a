/**
 * SDXL's networks: text encoders, UNet and autoencoder, as blocks of TorchScript over named
 * weights.
 */
@NullMarked
package atelier.engine.sdxl;

import org.jspecify.annotations.NullMarked;
