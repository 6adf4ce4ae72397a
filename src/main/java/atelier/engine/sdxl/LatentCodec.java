package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pictures to latents and back, for one picture at a time, as plain numbers.
 *
 * <p>Pictures are [3, height, width]. Latents are as the UNet takes them, scaled.
 */
public final class LatentCodec {

    /** Side of a tile, in latents, and how much neighbours share. */
    private static final int TILE = 64;

    private static final int OVERLAP = 16;

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
     * @param picture values from −1 to 1; sides divisible by {@link #reduction}
     */
    public Moments encode(float[] picture, int height, int width, CancelToken cancel) {
        try (NDManager call = torch.newManager()) {
            NDArray input =
                    torch.cast(call, torch.floats(call, picture, 1, 3, height, width), type);
            return Moments.of(torch.toFloats(vae.encode(call, input, cancel)));
        }
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
        Supplier<float[]> tiles = () -> inTiles(latents, height, width, cancel);
        return checked(
                tiled
                        ? memory.lastly(tiles)
                        : memory.wholeOr(
                                MemoryLadder.Rung.TILED_DECODING,
                                () -> whole(latents, height, width, cancel),
                                tiles));
    }

    private float[] whole(float[] latents, int height, int width, CancelToken cancel) {
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

    private float[] inTiles(float[] latents, int height, int width, CancelToken cancel) {
        TileBlend blend =
                new TileBlend(3, height * reduction(), width * reduction(), OVERLAP * reduction());
        for (int top : starts(height)) {
            for (int left : starts(width)) {
                int h = Math.min(TILE, height);
                int w = Math.min(TILE, width);
                float[] part = new float[channels() * h * w];
                for (int c = 0; c < channels(); c++) {
                    for (int y = 0; y < h; y++) {
                        System.arraycopy(
                                latents,
                                (c * height + top + y) * width + left,
                                part,
                                (c * h + y) * w,
                                w);
                    }
                }
                float[] tile = whole(part, h, w, cancel);
                blend.add(
                        tile,
                        h * reduction(),
                        w * reduction(),
                        top * reduction(),
                        left * reduction());
            }
        }
        return blend.picture();
    }

    private static List<Integer> starts(int side) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        while (starts.getLast() + TILE < side) {
            starts.add(Math.min(starts.getLast() + TILE - OVERLAP, side - TILE));
        }
        return starts;
    }

    private static float[] checked(float[] picture) {
        NotFiniteException.check(
                picture,
                "The autoencoder's picture is not a number: its weights are damaged, or were made for another model; choose another with --vae.");
        return picture;
    }
}
