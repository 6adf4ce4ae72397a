package atelier.engine.training.network;

/**
 * What a U-Net over pictures learns: the sum of means, each times its weight.
 *
 * @param absolute of the absolute errors
 * @param squared of the squared errors
 * @param edges of the absolute errors of the differences between neighbouring pixels, which keep
 *     outlines sharp
 * @param entropy of the cross entropies of shares; 0 where pictures come out
 */
public record PictureUNetLoss(double absolute, double squared, double edges, double entropy) {}
