package atelier.engine.sampler;

/** Where a sampler gets its fresh noise from; one source serves one image. */
@FunctionalInterface
public interface NoiseSource {

    /** The next {@code count} values of unit normal noise. */
    float[] normal(int count);
}
