package atelier.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.sdxl.Condition;
import atelier.engine.sdxl.LastingCondition;
import atelier.engine.sdxl.UNet;
import atelier.engine.sdxl.Vae;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import atelier.engine.weights.VaeShapes;
import atelier.model.job.CancelToken;

/** A UNet and an autoencoder over random weights, computed as those of a real model are. */
public final class RandomModel implements AutoCloseable {

    /** Tokens of a prompt that fits one chunk. */
    public static final int TOKENS = 77;

    private static final int SIZE_CONDITIONS = 6;
    private static final float TIMESTEP = 500;

    private final Torch torch;
    private final ComputeType type;
    private final NDManager owner;
    private final NetworkSizes sizes;
    private final UNet unet;
    private final Vae vae;

    /** Builds both networks in that element type; the autoencoder in fp32 where it is fp16. */
    public RandomModel(Torch torch, NetworkSizes sizes, ComputeType type) {
        this.torch = torch;
        this.type = type;
        this.sizes = sizes;
        this.owner = torch.newManager();
        this.unet =
                new UNet(
                        torch,
                        sizes.unet(),
                        RandomWeights.of(torch, owner, UNetShapes.of(sizes.unet()), type));
        this.vae =
                new Vae(
                        torch,
                        sizes.vae(),
                        RandomWeights.of(torch, owner, VaeShapes.of(sizes.vae()), decodingType()));
    }

    private ComputeType decodingType() {
        return type == ComputeType.FLOAT16 ? ComputeType.FLOAT32 : type;
    }

    /** A picture's text and size, for several predictions, as the steps of one image share it. */
    public final class Image implements AutoCloseable {

        private final NDManager memory = torch.newManager();
        private final NDArray latents;
        private final LastingCondition condition;

        private Image(int height, int width) {
            UNetConfig config = sizes.unet();
            this.latents = random(memory, type, 1, config.inChannels(), height, width);
            this.condition =
                    new LastingCondition(
                            memory,
                            new Condition(
                                    random(memory, type, 1, TOKENS, config.crossAttentionDim()),
                                    random(memory, type, 1, config.pooledDim()),
                                    memory.ones(new Shape(1, SIZE_CONDITIONS)).mul(height)));
        }

        /** One prediction of the UNet, waited for. */
        public void predict(CancelToken cancel) {
            try (NDManager call = torch.newManager()) {
                NDArray timestep = torch.floats(call, new float[] {TIMESTEP}, 1);
                torch.toFloats(unet.predict(call, latents, timestep, condition, cancel));
            }
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /**
     * An image in the making.
     *
     * @param height in pixels, divisible by the autoencoder's reduction
     * @param width in pixels, the same
     */
    public Image image(int height, int width) {
        return new Image(height / reduction(), width / reduction());
    }

    /** Decodes one picture of that size in pixels as a whole, waited for. */
    public void decode(int height, int width, CancelToken cancel) {
        try (NDManager call = torch.newManager()) {
            int channels = sizes.vae().latentChannels();
            NDArray latents =
                    random(
                            call,
                            decodingType(),
                            1,
                            channels,
                            height / reduction(),
                            width / reduction());
            torch.toFloats(vae.decode(call, latents, cancel));
        }
    }

    /** The UNet itself. */
    public UNet unet() {
        return unet;
    }

    private int reduction() {
        return sizes.vae().reduction();
    }

    private NDArray random(NDManager to, ComputeType wanted, long... shape) {
        try (NDManager call = torch.newManager()) {
            return torch.cast(to, call.randomNormal(new Shape(shape)), wanted);
        }
    }

    @Override
    public void close() {
        unet.close();
        vae.close();
        owner.close();
    }
}
