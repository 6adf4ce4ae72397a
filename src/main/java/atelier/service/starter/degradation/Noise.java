package atelier.service.starter.degradation;

import atelier.engine.sampler.TorchRandom;
import java.awt.image.BufferedImage;

/**
 * Adds normal noise to each pixel.
 *
 * @param deviation in levels of 255, 0 or more
 * @param grey whether all three colours of a pixel get the same
 * @param seed of the noise
 */
public record Noise(double deviation, boolean grey, long seed) implements Degradation {

    @Override
    public BufferedImage of(BufferedImage picture) {
        int[] pixels = Rgb.of(picture);
        float[] noise =
                new TorchRandom(seed).normal(pixels.length * (grey ? 1 : Rgb.SHIFTS.length));
        int[] noisy = new int[pixels.length];
        for (int colour = 0; colour < Rgb.SHIFTS.length; colour++) {
            int shift = Rgb.SHIFTS[colour];
            int own = grey ? 0 : colour * pixels.length;
            for (int i = 0; i < noisy.length; i++) {
                double value = Rgb.level(pixels[i], shift) + deviation * noise[own + i];
                noisy[i] |= Rgb.level(value) << shift;
            }
        }
        return Rgb.picture(noisy, picture.getWidth());
    }
}
