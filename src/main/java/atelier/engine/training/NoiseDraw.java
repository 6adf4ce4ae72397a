package atelier.engine.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.training.losses.MultiresNoise;
import atelier.engine.training.losses.NoiseOffset;
import atelier.model.training.NoiseSettings;

/**
 * The noise and the timestep of each picture of a run, from the run's seed and the picture's place
 * in the run alone, so that a run can go on from anywhere.
 *
 * @param seed of the run
 * @param timesteps how many there are, all equally likely
 * @param offset how far channels of the noise are shifted
 * @param multires how much coarser noise is in it
 */
public record NoiseDraw(long seed, int timesteps, NoiseOffset offset, MultiresNoise multires) {

    /** Draws as settings ask for. */
    public static NoiseDraw of(long seed, int timesteps, NoiseSettings settings) {
        return new NoiseDraw(
                seed,
                timesteps,
                new NoiseOffset(settings.noiseOffset()),
                new MultiresNoise(
                        settings.multiresNoiseIterations(), settings.multiresNoiseDiscount()));
    }

    /** The timestep of the picture that comes at that place, counted from 0. */
    public int timestep(long place) {
        return random(place, "timestep").integers(timesteps, 1)[0];
    }

    /**
     * The noise of that picture.
     *
     * @return [channels, height, width]
     */
    public float[] noise(long place, int channels, int height, int width) {
        float[] noise = random(place, "noise").normal(channels * height * width);
        if (offset.strength() > 0) {
            noise = offset.apply(noise, random(place, "noise offset").normal(channels));
        }
        return multires.apply(noise, channels, height, width, random(place, "multires noise"));
    }

    private TorchRandom random(long place, String use) {
        return new TorchRandom(Seeds.of(seed, place, use));
    }
}
