package atelier.engine.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.training.losses.NoiseOffset;

/**
 * The noise and the timestep of each picture of a run, from the run's seed and the picture's place
 * in the run alone, so that a run can go on from anywhere.
 *
 * @param seed of the run
 * @param timesteps how many there are, all equally likely
 * @param offset how far channels of the noise are shifted
 */
public record NoiseDraw(long seed, int timesteps, NoiseOffset offset) {

    /** The timestep of the picture that comes at that place, counted from 0. */
    public int timestep(long place) {
        return new TorchRandom(Seeds.of(seed, place, "timestep")).integers(timesteps, 1)[0];
    }

    /**
     * The noise of that picture.
     *
     * @return [channels, places of a channel]
     */
    public float[] noise(long place, int channels, int size) {
        float[] noise = new TorchRandom(Seeds.of(seed, place, "noise")).normal(channels * size);
        if (offset.strength() == 0) {
            return noise;
        }
        return offset.apply(
                noise, new TorchRandom(Seeds.of(seed, place, "noise offset")).normal(channels));
    }
}
