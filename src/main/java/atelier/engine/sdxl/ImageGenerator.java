package atelier.engine.sdxl;

import atelier.engine.sampler.SamplerRun;
import atelier.engine.sampler.Samplers;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.prompt.PromptPair;
import atelier.engine.torch.Torch;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.SamplingSettings;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the images of a request, one after the other; image k has seed + k, so that each can be
 * made again alone.
 *
 * <p>Noise is that of torch's CPU generator: first the latents', then whatever the sampler draws. A
 * picture to start from is encoded as the mean of its latents, so that the noise is the same with
 * and without one.
 */
public final class ImageGenerator {

    private final Torch torch;
    private final SdxlModel model;
    private final @Nullable Watcher watcher;
    private final Set<MemoryLadder.Rung> rungs;

    /** Generates with that model, and with whatever adapters it has at the time. */
    public ImageGenerator(Torch torch, SdxlModel model) {
        this(torch, model, null, Set.of());
    }

    /**
     * @param watcher sees images while they are made; null for nobody
     * @param rungs of the memory ladder that are taken from the start
     */
    public ImageGenerator(
            Torch torch, SdxlModel model, @Nullable Watcher watcher, Set<MemoryLadder.Rung> rungs) {
        this.torch = torch;
        this.model = model;
        this.watcher = watcher;
        this.rungs = Set.copyOf(rungs);
    }

    /** Sees an image while it is made, on the lane; what it sees changes nothing in the image. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * Called after each call of the model.
         *
         * @param seed the image's own
         * @param planes [3, height, width], values from 0 to 1: one place of the latents each
         */
        void preview(long seed, float[] planes, int height, int width);
    }

    /** Takes each image as it is finished, on the lane. */
    @FunctionalInterface
    public interface Finished {

        /**
         * Called once for each image.
         *
         * @param seed the image's own
         * @param tiled whether it was decoded in tiles
         * @param planes [3, height, width], values from 0 to 1
         */
        void image(long seed, boolean tiled, float[] planes);
    }

    /**
     * Makes the images.
     *
     * @param source the picture to start from; null starts from noise
     * @param tiled whether to encode and decode in tiles, which takes less memory
     * @throws atelier.model.AtelierException if a setting is out of range or the model's weights
     *     are damaged
     */
    public void generate(
            GenerationRequest request,
            @Nullable SourcePicture source,
            boolean tiled,
            Finished finished,
            ProgressListener progress,
            CancelToken cancel) {
        model.requireUnchanged();
        model.naming(
                () -> {
                    make(request, encode(request), source, tiled, finished, progress, cancel);
                    return Boolean.TRUE;
                },
                cancel);
    }

    /**
     * Makes the images of a request from noise, with its prompt encoded before, so that the text
     * encoders are not needed. Nothing is looked up in the model's files.
     *
     * @param text of the request
     */
    public void generate(
            GenerationRequest request,
            EncodedPrompt text,
            Finished finished,
            ProgressListener progress,
            CancelToken cancel) {
        make(request, text, null, false, finished, progress, cancel);
    }

    private void make(
            GenerationRequest request,
            EncodedPrompt text,
            @Nullable SourcePicture source,
            boolean tiled,
            Finished finished,
            ProgressListener progress,
            CancelToken cancel) {
        LatentCodec codec = model.codec();
        MemoryLadder memory = MemoryLadder.of(model, progress);
        rungs.stream().sorted().forEach(memory::begin);
        int height = request.height() / codec.reduction();
        int width = request.width() / codec.reduction();
        float[] clean =
                source == null ? null : encoded(codec, source, request, tiled, memory, cancel);
        try (GuidedPrediction prediction = prediction(request, text, memory)) {
            for (int index = 0; index < request.count(); index++) {
                Image image = new Image(request, source, clean, index, height, width);
                Consumer<Seen> preview = preview(image, codec, memory, cancel);
                float[] latents = sample(image, prediction, preview, progress, cancel);
                progress.progressed(decoding(image, 0));
                float[] planes = codec.decode(latents, height, width, tiled, memory, cancel);
                progress.progressed(decoding(image, 1));
                finished.image(
                        image.seed(),
                        tiled || memory.stands(MemoryLadder.Rung.TILED_DECODING),
                        planes);
            }
        }
    }

    /** One image of a request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Image(
            GenerationRequest request,
            @Nullable SourcePicture source,
            float @Nullable [] clean,
            int index,
            int height,
            int width) {

        long seed() {
            return request.seed() + index;
        }

        String of() {
            return request.count() == 1 ? "" : " %d of %d".formatted(index + 1, request.count());
        }
    }

    /**
     * What the model sees after a call.
     *
     * @param done calls of this image
     * @param latents clean
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Seen(int done, float[] latents) {}

    private Consumer<Seen> preview(
            Image image, LatentCodec codec, MemoryLadder memory, CancelToken cancel) {
        if (watcher == null) {
            return seen -> {};
        }
        LatentPreview preview = new LatentPreview(codec, memory);
        return seen ->
                watcher.preview(
                        image.seed(),
                        preview.of(
                                seen.done(), seen.latents(), image.height(), image.width(), cancel),
                        image.height(),
                        image.width());
    }

    private static Progress decoding(Image image, int done) {
        return Progress.of("Decoding image" + image.of(), done, 1, "image");
    }

    private static float[] encoded(
            LatentCodec codec,
            SourcePicture source,
            GenerationRequest request,
            boolean tiled,
            MemoryLadder memory,
            CancelToken cancel) {
        return codec.encode(
                        source.planes(), request.height(), request.width(), tiled, memory, cancel)
                .mode(codec.scalingFactor());
    }

    /**
     * Turns the prompts of a request into what the UNet takes; brings the text encoders into
     * memory.
     */
    public EncodedPrompt encode(GenerationRequest request) {
        String negative = request.negative();
        EmphasisMode emphasis = request.emphasis();
        TextConditioner text = model.text();
        TextStates positive;
        TextStates opposed = null;
        if (request.sampling().guidance() > 1) {
            PromptPair pair =
                    model.prompts().encode(request.prompt(), negative == null ? "" : negative);
            positive = text.encode(pair.positive(), request.clipSkip(), emphasis);
            boolean zeros = negative == null && model.checkpoint().forceZerosForEmptyPrompt();
            opposed =
                    zeros
                            ? positive.zeros()
                            : text.encode(pair.negative(), request.clipSkip(), emphasis);
        } else {
            positive =
                    text.encode(
                            model.prompts().encode(request.prompt()), request.clipSkip(), emphasis);
        }
        model.textUsed();
        return new EncodedPrompt(positive, opposed);
    }

    private GuidedPrediction prediction(
            GenerationRequest request, EncodedPrompt text, MemoryLadder memory) {
        SamplingSettings sampling = request.sampling();
        SizeConditioning sizes =
                request.conditioning() == null
                        ? SizeConditioning.of(request.height(), request.width())
                        : request.conditioning();
        return new GuidedPrediction(
                torch,
                model.unet(),
                model.type(),
                text.positive(),
                text.negative(),
                sizes,
                sampling.guidance(),
                sampling.guidanceRescale(),
                memory);
    }

    private float[] sample(
            Image image,
            GuidedPrediction prediction,
            Consumer<Seen> preview,
            ProgressListener progress,
            CancelToken cancel) {
        SamplingSettings sampling = image.request().sampling();
        SamplerRun run =
                Samplers.start(
                        model.scheduler(),
                        sampling.sampler(),
                        sampling.schedule(),
                        sampling.steps(),
                        sampling.eta());
        TorchRandom random = new TorchRandom(image.seed());
        float[] noise = random.normal(model.codec().channels() * image.height() * image.width());
        SourcePicture source = image.source();
        int first = source == null ? 0 : run.startCall(source.strength());
        String stage = "Sampling image" + image.of();
        int total = run.calls() - first;
        progress.progressed(Progress.of(stage, 0, total, "step"));
        return new LatentSampler(prediction, image.height(), image.width())
                .sample(
                        run,
                        first,
                        start(run, first, image, noise),
                        random,
                        inpainting(image, noise),
                        (call, latents, denoised) -> {
                            progress.progressed(
                                    Progress.of(stage, call + 1 - first, total, "step"));
                            preview.accept(new Seen(call + 1 - first, denoised));
                        },
                        cancel);
    }

    private static float[] start(SamplerRun run, int first, Image image, float[] noise) {
        if (image.clean() != null && (first > 0 || mask(image) == null)) {
            return run.addNoise(image.clean(), noise, first);
        }
        float[] start = new float[noise.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) (noise[i] * run.initialSigma());
        }
        return start;
    }

    private @Nullable Inpainting inpainting(Image image, float[] noise) {
        float[] mask = mask(image);
        if (mask == null || image.clean() == null) {
            return null;
        }
        int reduction = model.codec().reduction();
        return new Inpainting(
                image.clean(),
                noise,
                LatentMask.of(mask, image.request().height(), image.request().width(), reduction));
    }

    private static float @Nullable [] mask(Image image) {
        return image.source() == null ? null : image.source().mask();
    }
}
