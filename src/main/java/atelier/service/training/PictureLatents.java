package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LatentCodec;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.Moments;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.job.CancelToken;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/**
 * Turns pictures into latents, once: the autoencoder's distribution of latents is cached, and the
 * latents are drawn from it by the run's seed. Runs on the lane.
 */
final class PictureLatents {

    private final LatentCodec codec;
    private final MemoryLadder memory;
    private final PictureReader reader;
    private final TensorCache cache;
    private final String network;
    private final long seed;

    /**
     * @param memory where it says so, pictures are encoded in tiles
     */
    PictureLatents(
            SdxlModel model,
            MemoryLadder memory,
            PictureReader reader,
            TensorCache cache,
            long seed) {
        this.codec = model.codec();
        this.memory = memory;
        this.reader = reader;
        this.cache = cache;
        this.network = CacheInputs.of(model, "latents", Component.VAE);
        this.seed = seed;
    }

    /** Pixels to a side of a latent's place. */
    int reduction() {
        return codec.reduction();
    }

    /**
     * The latents of a picture.
     *
     * @param mirrored whether the picture is mirrored before it is encoded: mirrored latents are
     *     not the latents of a mirrored picture
     * @return scaled [channels, h, w]
     */
    FloatTensor of(DatasetPicture picture, Framing framing, boolean mirrored, CancelToken cancel) {
        String variant = mirrored ? " mirrored" : "";
        String inputs =
                "%s%s %s #%06x%s"
                        .formatted(
                                network, picture.sha256(), framing, picture.background(), variant);
        FloatTensor moments =
                cache.get(
                                inputs,
                                () -> Map.of("moments", encode(picture, framing, mirrored, cancel)))
                        .get("moments");
        if (moments == null) {
            throw new IllegalStateException("a cached file of latents has none");
        }
        float[] noise =
                new TorchRandom(Seeds.of(seed, 0, "latents " + picture.sha256() + variant))
                        .normal(moments.values().length / 2);
        List<Long> shape = moments.shape();
        return new FloatTensor(
                List.of(shape.get(0) / 2, shape.get(1), shape.get(2)),
                Moments.of(moments.values()).sample(noise, codec.scalingFactor()));
    }

    private FloatTensor encode(
            DatasetPicture picture, Framing framing, boolean mirrored, CancelToken cancel) {
        BufferedImage read = reader.read(picture.file(), picture.background(), cancel).picture();
        BufferedImage cut = FramedPixels.of(read, framing, mirrored);
        float[] values =
                codec.encode(
                                Pixels.planes(cut),
                                framing.height(),
                                framing.width(),
                                false,
                                memory,
                                cancel)
                        .values();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new AtelierException(
                        "The autoencoder turns %s into numbers that are none: its weights are damaged, or were made for another model; choose another with --vae."
                                .formatted(picture.file()));
            }
        }
        return new FloatTensor(
                List.of(
                        2L * codec.channels(),
                        (long) framing.height() / codec.reduction(),
                        (long) framing.width() / codec.reduction()),
                values);
    }
}
