package atelier.model.training;

/**
 * The noise that is put on pictures.
 *
 * @param noiseOffset strength of the shift of whole channels of the noise; 0 is off
 */
public record NoiseSettings(double noiseOffset) {}
