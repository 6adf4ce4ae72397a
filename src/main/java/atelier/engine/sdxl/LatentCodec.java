package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.function.Supplier;

/**
 * Pictures to latents and back, for one picture at a time, as plain numbers.
 *
 * <p>Pictures are [3, height, width]. Latents are as the UNet takes them, scaled.
 */
public final class LatentCodec {

    private static final int COLOURS = 3;

    private final Torch torch;
    private final Vae vae;
    private final ComputeType type;

    /**
     * @param type the element type of the autoencoder's weights
     */
    public LatentCodec(Torch torch, Vae vae, ComputeType type) {
        this.torch = torch;
        this.vae = vae;
        this.type = type;
    }

    /** By how much a side of the latents is smaller than the picture's. */
    public int reduction() {
        return vae.config().reduction();
    }

    /** Channels of the latents. */
    public int channels() {
        return vae.config().latentChannels();
    }

    /** What latents are multiplied by after encoding. */
    public double scalingFactor() {
        return vae.config().scalingFactor();
    }

    /**
     * Encodes a picture.
     *
     * @param picture values from −1 to 1
     * @param height of the picture, divisible by {@link #reduction}
     * @param width of the picture, divisible by {@link #reduction}
     * @param tiled whether to encode in overlapping tiles, which takes less memory; a picture that
     *     fits one tile is encoded as a whole, to the bit
     * @param memory where it says so, the encoding is tiled anyway
     */
    public Moments encode(
            float[] picture,
            int height,
            int width,
            boolean tiled,
            MemoryLadder memory,
            CancelToken cancel) {
        int h = height / reduction();
        int w = width / reduction();
        Tiling tiling = new Tiling(pictures(), new Tiling.Planes(2 * channels(), 1));
        Tiling.Work work = (part, rows, columns) -> wholeEncoding(part, rows, columns, cancel);
        return Moments.of(
                tiledOr(
                        MemoryLadder.Rung.TILED_ENCODING,
                        tiled,
                        memory,
                        () -> work.of(picture, h, w),
                        () -> tiling.run(picture, h, w, work)));
    }

    private float[] wholeEncoding(float[] picture, int height, int width, CancelToken cancel) {
        try (NDManager call = torch.newManager()) {
            NDArray values =
                    torch.floats(
                            call,
                            picture,
                            1,
                            COLOURS,
                            (long) height * reduction(),
                            (long) width * reduction());
            return torch.toFloats(vae.encode(call, torch.cast(call, values, type), cancel));
        }
    }

    private Tiling.Planes pictures() {
        return new Tiling.Planes(COLOURS, reduction());
    }

    private static float[] tiledOr(
            MemoryLadder.Rung rung,
            boolean tiled,
            MemoryLadder memory,
            Supplier<float[]> whole,
            Supplier<float[]> tiles) {
        return tiled ? memory.lastly(tiles) : memory.wholeOr(rung, whole, tiles);
    }

    /**
     * Decodes latents.
     *
     * @param latents scaled, [channels, height, width]
     * @param tiled whether to decode in overlapping tiles, which takes less memory
     * @param memory where it says so, the decoding is tiled anyway
     * @return the picture, values from 0 to 1
     */
    public float[] decode(
            float[] latents,
            int height,
            int width,
            boolean tiled,
            MemoryLadder memory,
            CancelToken cancel) {
        Tiling tiling = new Tiling(new Tiling.Planes(channels(), 1), pictures());
        Tiling.Work work = (part, rows, columns) -> wholeDecoding(part, rows, columns, cancel);
        return checked(
                tiledOr(
                        MemoryLadder.Rung.TILED_DECODING,
                        tiled,
                        memory,
                        () -> work.of(latents, height, width),
                        () -> tiling.run(latents, height, width, work)));
    }

    private float[] wholeDecoding(float[] latents, int height, int width, CancelToken cancel) {
        float[] unscaled = new float[latents.length];
        for (int i = 0; i < latents.length; i++) {
            unscaled[i] = (float) (latents[i] / scalingFactor());
        }
        try (NDManager call = torch.newManager()) {
            NDArray input =
                    torch.cast(
                            call, torch.floats(call, unscaled, 1, channels(), height, width), type);
            float[] picture = torch.toFloats(vae.decode(call, input, cancel));
            for (int i = 0; i < picture.length; i++) {
                picture[i] = Math.clamp(picture[i] / 2 + 0.5f, 0, 1);
            }
            return picture;
        }
    }

    private static float[] checked(float[] picture) {
        NotFiniteException.check(
                picture,
                "The autoencoder's picture is not a number: its weights are damaged, or were made for another model; choose another with --vae.");
        return picture;
    }
}
