package atelier.service.bench;

import atelier.engine.sdxl.ImageGenerator;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.model.AtelierException;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.generation.RequestCheck;
import atelier.service.job.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long a model takes to make images: loading, the prompt, a step with guidance,
 * decoding. Images are made as everywhere else and thrown away.
 */
public final class GenerationBench {

    private static final String PROMPT =
            "a lighthouse on a cliff above the sea, evening light, oil painting";
    private static final String NEGATIVE = "blurry";
    private static final double GUIDANCE = 5;
    private static final double NANOS = 1e9;

    private final Accelerator accelerator;
    private final TokenizerFiles tokenizers;

    /**
     * @param tokenizers where imported CLIP vocabularies lie, for models that bring none
     */
    public GenerationBench(Accelerator accelerator, Path tokenizers) {
        this.accelerator = accelerator;
        this.tokenizers = new TokenizerFiles(tokenizers);
    }

    /**
     * What to measure.
     *
     * @param model which model
     * @param width in pixels, divisible by 8
     * @param height in pixels, divisible by 8
     * @param steps of each image, at least 1
     * @param images how many, at least 1; one more is made before them, to warm up
     * @param device where to compute
     */
    public record Order(
            ModelChoice model, int width, int height, int steps, int images, DeviceChoice device) {}

    /**
     * What was measured; all but the first in medians over the images.
     *
     * @param device name of the processor
     * @param type number format of the networks' arithmetic
     * @param load seconds to read the model into memory
     * @param text seconds to encode prompt and negative prompt
     * @param step seconds of one step with guidance, two predictions of the UNet
     * @param decode seconds to decode the image
     * @param image seconds from prompt to image
     */
    public record Speed(
            String device,
            String type,
            double load,
            double text,
            double step,
            double decode,
            double image) {}

    /**
     * Measures.
     *
     * @throws AtelierException if the model, a size or the device does not allow it
     */
    public Speed measure(Order order, ProgressListener progress, CancelToken cancel) {
        if (order.images() < 1) {
            throw new AtelierException(
                    "%d images cannot be measured: choose 1 or more.".formatted(order.images()));
        }
        RequestCheck.check(request(order, 0));
        Checkpoint checkpoint =
                Checkpoint.open(order.model().path(), CheckpointOptions.of(order.model()));
        SdxlPrompt prompts = tokenizers.open(order.model().path());
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    long begin = System.nanoTime();
                    try (SdxlModel model =
                            SdxlModel.load(
                                    torch, checkpoint, device.type(), prompts, progress, cancel)) {
                        double load = (System.nanoTime() - begin) / NANOS;
                        return measure(order, torch, device, model, load, progress, cancel);
                    }
                });
    }

    private static Speed measure(
            Order order,
            Torch torch,
            ComputeDevice device,
            SdxlModel model,
            double load,
            ProgressListener progress,
            CancelToken cancel) {
        ImageGenerator generator = new ImageGenerator(torch, model);
        List<PhaseClock> images = new ArrayList<>();
        int total = order.images() + 1;
        progress.progressed(Progress.of("Measuring", 0, total, "image"));
        for (int i = 0; i < total; i++) {
            PhaseClock clock = new PhaseClock(System::nanoTime);
            generator.generate(
                    request(order, i), null, false, (seed, tiled, planes) -> {}, clock, cancel);
            images.add(clock);
            progress.progressed(Progress.of("Measuring", i + 1, total, "image"));
        }
        List<PhaseClock> counted = images.subList(1, total);
        return new Speed(
                device.name(),
                model.type().label(),
                load,
                Median.of(counted.stream().map(PhaseClock::text).toList()),
                Median.of(counted.stream().flatMap(clock -> clock.steps().stream()).toList()),
                Median.of(counted.stream().map(PhaseClock::decode).toList()),
                Median.of(counted.stream().map(PhaseClock::image).toList()));
    }

    private static GenerationRequest request(Order order, int seed) {
        return new GenerationRequest(
                PROMPT,
                NEGATIVE,
                order.width(),
                order.height(),
                null,
                new SamplingSettings("euler", "leading", order.steps(), GUIDANCE, 0, 0),
                seed,
                1,
                0,
                EmphasisMode.NO_NORM,
                null);
    }
}
