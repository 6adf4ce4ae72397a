package atelier.engine.training.network;

/**
 * What an autoencoder learns: the sum of four means, each times its weight.
 *
 * @param absolute of the pixels' absolute errors
 * @param squared of the pixels' squared errors
 * @param edges of the absolute errors of the differences between neighbouring pixels, which keep
 *     outlines sharp
 * @param divergence from the latents' distribution to the standard normal one (Kingma and Welling
 *     2014)
 */
public record AutoencoderLoss(double absolute, double squared, double edges, double divergence) {}
