package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LatentCodec;
import atelier.engine.sdxl.Moments;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.training.losses.Caption;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.dataset.Framing;
import atelier.model.generation.EmphasisMode;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.MaskUse;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.FramedPicture;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Turns pictures into latents and captions into text states, once: the autoencoder's distribution
 * of latents and the text encoders' output are cached in the run's folder, the latents drawn from
 * it by the run's seed. Runs on the lane.
 */
final class PicturePreparation {

    private final SdxlModel model;
    private final LatentCodec codec;
    private final PictureReader reader;
    private final TensorCache latents;
    private final TensorCache texts;
    private final PictureMask masks;
    private final TrainingPlan plan;

    PicturePreparation(SdxlModel model, PictureReader reader, RunFolder folder, TrainingPlan plan) {
        this.model = model;
        this.codec = model.codec();
        this.reader = reader;
        this.latents = new TensorCache(folder.cache("latents"));
        this.texts = new TensorCache(folder.cache("texts"));
        this.masks = new PictureMask(reader);
        this.plan = plan;
    }

    /**
     * Prepares all pictures.
     *
     * @param together whether captions of different length go through the UNet together, so that
     *     the shorter are filled up
     */
    List<PreparedPicture> prepare(
            List<FramedPicture> pictures,
            boolean together,
            ProgressListener progress,
            CancelToken cancel) {
        List<PromptChunks> captions =
                pictures.stream()
                        .map(framed -> model.prompts().plain(framed.picture().caption()))
                        .toList();
        int most = captions.stream().mapToInt(PromptChunks::count).max().orElse(1);
        List<PreparedPicture> prepared = new ArrayList<>();
        if (pictures.isEmpty()) {
            return prepared;
        }
        String stage = "Caching latents and texts";
        progress.progressed(Progress.of(stage, 0, pictures.size(), "picture"));
        for (int i = 0; i < pictures.size(); i++) {
            cancel.check();
            FramedPicture framed = pictures.get(i);
            int chunks = together ? most : captions.get(i).count();
            prepared.add(
                    new PreparedPicture(
                            framed.framing(),
                            latents(framed, cancel),
                            new Caption.Encoded(
                                    text(framed.picture().caption(), captions.get(i), chunks)),
                            mask(framed),
                            weight(framed)));
            progress.progressed(Progress.of(stage, i + 1, pictures.size(), "picture"));
        }
        return prepared;
    }

    private float @Nullable [] mask(FramedPicture framed) {
        return plan.loss().maskedLoss() == MaskUse.OFF
                ? null
                : masks.of(framed, codec.reduction()).orElse(null);
    }

    private double weight(FramedPicture framed) {
        return framed.picture().subset().regularisation() ? plan.loss().priorLossWeight() : 1;
    }

    private FloatTensor latents(FramedPicture framed, CancelToken cancel) {
        String inputs =
                inputs("latents", Component.VAE)
                        + framed.picture().sha256()
                        + " "
                        + framed.framing()
                        + " #%06x".formatted(framed.picture().background());
        FloatTensor moments =
                latents.get(inputs, () -> Map.of("moments", encode(framed, cancel))).get("moments");
        if (moments == null) {
            throw new IllegalStateException("a cached file of latents has none");
        }
        float[] noise =
                new TorchRandom(Seeds.of(plan.seed(), 0, "latents " + framed.picture().sha256()))
                        .normal(moments.values().length / 2);
        List<Long> shape = moments.shape();
        return new FloatTensor(
                List.of(shape.get(0) / 2, shape.get(1), shape.get(2)),
                Moments.of(moments.values()).sample(noise, codec.scalingFactor()));
    }

    private FloatTensor encode(FramedPicture framed, CancelToken cancel) {
        Framing framing = framed.framing();
        BufferedImage resized =
                PictureScaler.resized(
                        reader.read(framed.picture().file(), framed.picture().background(), cancel)
                                .picture(),
                        framing.resizedWidth(),
                        framing.resizedHeight());
        BufferedImage cut =
                PictureScaler.cut(
                        resized, framing.left(), framing.top(), framing.width(), framing.height());
        float[] values =
                codec.encode(Pixels.planes(cut), framing.height(), framing.width(), cancel)
                        .values();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new AtelierException(
                        "The autoencoder turns %s into numbers that are none: its weights are damaged, or were made for another model; choose another with --vae."
                                .formatted(framed.picture().file()));
            }
        }
        return new FloatTensor(
                List.of(
                        2L * codec.channels(),
                        (long) framing.height() / codec.reduction(),
                        (long) framing.width() / codec.reduction()),
                values);
    }

    private TextStates text(String caption, PromptChunks chunks, int count) {
        String inputs =
                inputs("text", Component.TEXT_ENCODER_1)
                        + inputs("text", Component.TEXT_ENCODER_2)
                        + count
                        + " "
                        + caption;
        Map<String, FloatTensor> tensors = texts.get(inputs, () -> encode(chunks, count));
        FloatTensor context = tensors.get("context");
        FloatTensor pooled = tensors.get("pooled");
        if (context == null || pooled == null) {
            throw new IllegalStateException("a cached file of a text lacks a part");
        }
        return new TextStates(
                Math.toIntExact(context.shape().getFirst()), context.values(), pooled.values());
    }

    private Map<String, FloatTensor> encode(PromptChunks chunks, int count) {
        TextStates states =
                model.text()
                        .encode(model.prompts().filledTo(count, chunks), 0, EmphasisMode.NO_NORM);
        return Map.of(
                "context",
                        new FloatTensor(
                                List.of((long) states.tokens(), (long) states.width()),
                                states.context()),
                "pooled", new FloatTensor(List.of((long) states.pooled().length), states.pooled()));
    }

    /** What a network's results depend on besides its input. */
    private String inputs(String kind, Component component) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(kind + " " + model.type().label());
        for (SafetensorsFile file : model.checkpoint().files(component)) {
            lines.add(
                    "%s %d %s"
                            .formatted(
                                    file.path().toAbsolutePath(),
                                    file.stamp().size(),
                                    file.stamp().modified()));
        }
        return lines.toString();
    }
}
