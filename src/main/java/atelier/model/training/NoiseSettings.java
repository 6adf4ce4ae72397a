package atelier.model.training;

/**
 * The noise that is put on pictures.
 *
 * @param noiseOffset strength of the shift of whole channels of the noise; 0 is off
 * @param multiresNoiseIterations how many resolutions of noise are added; 0 is off
 * @param multiresNoiseDiscount by how much each of them counts less than the one before, 0 to 1
 */
public record NoiseSettings(
        double noiseOffset, int multiresNoiseIterations, double multiresNoiseDiscount) {}
