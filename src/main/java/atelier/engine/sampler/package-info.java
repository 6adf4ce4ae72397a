/** Noise schedules, samplers, guidance and random numbers of latent diffusion, in plain arrays. */
@NullMarked
package atelier.engine.sampler;

import org.jspecify.annotations.NullMarked;
