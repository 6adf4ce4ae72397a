package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.Condition;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.List;

/** Random pictures for the tiny model, and what it predicts of one of them. */
final class TinyBatch {

    static final int HEIGHT = 6;
    static final int WIDTH = 10;

    private TinyBatch() {}

    /** Two pictures whose sides are odd multiples, so that levels of the UNet round up. */
    static Batch of(UNet unet, long seed) {
        return of(unet, seed, HEIGHT, WIDTH);
    }

    static Batch of(UNet unet, long seed, int height, int width) {
        TorchRandom random = new TorchRandom(seed);
        int context = unet.config().crossAttentionDim();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            examples.add(
                    new Example(
                            random.normal(4 * height * width),
                            new Caption.Encoded(
                                    new TextStates(
                                            5,
                                            random.normal(5 * context),
                                            random.normal(unet.config().pooledDim()))),
                            SizeConditioning.of(48, 80),
                            random.normal(4 * height * width),
                            100 + 500 * i));
        }
        return new Batch(height, width, examples);
    }

    /** A prediction for such a pair, as the UNet is now. */
    static float[] predict(TinySdxl tiny, UNet unet) {
        return tiny.lane.call(() -> {
            try (NDManager call = tiny.torch.newManager()) {
                Batch batch = of(unet, 3);
                NDArray latents =
                        tiny.torch.rows(call, batch.each(Example::noise), 4, HEIGHT, WIDTH);
                Condition condition =
                        Condition.of(
                                tiny.torch,
                                call,
                                ComputeType.FLOAT32,
                                batch.each(
                                        example -> ((Caption.Encoded) example.caption()).states()),
                                batch.each(Example::sizes));
                return unet.predict(
                                call,
                                latents,
                                tiny.torch.floats(call, new float[] {10, 900}, 2),
                                condition,
                                new CancelToken())
                        .toFloatArray();
            }
        });
    }
}
