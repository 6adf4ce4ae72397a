package atelier.engine.training.network;

/**
 * What an autoencoder learns: the sum of five means, each times its weight.
 *
 * @param absolute of the pixels' absolute errors
 * @param squared of the pixels' squared errors
 * @param edges of the absolute errors of the differences between neighbouring pixels, which keep
 *     outlines sharp
 * @param colours of the absolute errors of the means over eight by eight pixels, which keep the
 *     colours of areas: without it the axis from green to pink is learned last
 * @param divergence from the latents' distribution to the standard normal one (Kingma and Welling
 *     2014)
 */
public record AutoencoderLoss(
        double absolute, double squared, double edges, double colours, double divergence) {}
