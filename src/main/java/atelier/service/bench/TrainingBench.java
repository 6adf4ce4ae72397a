package atelier.service.bench;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.PeakRate;
import atelier.engine.bench.RandomModel;
import atelier.engine.bench.RandomTraining;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.UNet;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long a step of training takes, with everything kept and with parts computed again,
 * over a model's UNet or one of SDXL's full size over random weights. What is trained is thrown
 * away.
 */
public final class TrainingBench {

    private static final long WORKING_MEMORY = 6_000_000_000L;

    private final Accelerator accelerator;
    private final TokenizerFiles tokenizers;
    private final NetworkSizes sizes;
    private final FullSizeCheck check;

    /**
     * @param tokenizers where imported CLIP vocabularies lie, for models that bring none
     * @param sizes of the networks where no model is given
     * @param freeMemory bytes that the machine has left
     */
    public TrainingBench(
            Accelerator accelerator, Path tokenizers, NetworkSizes sizes, LongSupplier freeMemory) {
        this.accelerator = accelerator;
        this.tokenizers = new TokenizerFiles(tokenizers);
        this.sizes = sizes;
        this.check = new FullSizeCheck(sizes, freeMemory);
    }

    /**
     * What to measure.
     *
     * @param model whose UNet to train; null for one at full size over random weights
     * @param width of the picture in pixels, divisible by 8
     * @param height of the picture in pixels, divisible by 8
     * @param rank of the adapter, at least 1
     * @param steps to measure each way, at least 1; one more is taken before them, to warm up
     * @param device where to compute
     */
    public record Order(
            @Nullable ModelChoice model,
            int width,
            int height,
            int rank,
            int steps,
            DeviceChoice device) {}

    /**
     * What was measured.
     *
     * @param device name of the processor
     * @param type number format of the UNet's arithmetic
     * @param layers that were trained
     * @param before most bytes held with the model in memory and before any training; null where it
     *     is not known
     * @param product floating-point operations a second of a large matrix product
     * @param speeds with everything kept, and with parts computed again
     */
    public record Result(
            String device,
            String type,
            int layers,
            @Nullable Long before,
            double product,
            List<Speed> speeds) {}

    /**
     * What a step takes.
     *
     * @param checkpointed whether parts of the UNet were computed again on the way back, to keep
     *     less
     * @param operations floating-point operations of the UNet in a step: the prediction, the way
     *     back, and what is computed again there
     * @param seconds of a step, the median
     * @param share its rate over that of a matrix product measured right before, the median
     * @param memory most bytes held at once; null where it is not known
     */
    public record Speed(
            boolean checkpointed,
            double operations,
            double seconds,
            double share,
            @Nullable Long memory) {}

    /**
     * Measures.
     *
     * @throws AtelierException if the model, a number or the device does not allow it, or the
     *     memory does not suffice
     */
    public Result measure(Order order, ProgressListener progress, CancelToken cancel) {
        FullSizeCheck.requireSome(order.steps(), "steps");
        if (order.rank() < 1) {
            throw new AtelierException(
                    "The rank %d is too small: choose 1 or more.".formatted(order.rank()));
        }
        CountedWork work =
                new CountedWork(progress, "Building", "step", 2 * (order.steps() + 1) + 1);
        ModelChoice model = order.model();
        return model == null
                ? atFullSize(order, work, cancel)
                : of(model, order, work, progress, cancel);
    }

    private Result atFullSize(Order order, CountedWork work, CancelToken cancel) {
        FullSizeCheck.requireSides(order.width(), order.height(), sizes.vae().reduction());
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    check.requireMemory(
                            device, WORKING_MEMORY, "atelier bench train --model MODEL");
                    ResidentMemory.forgetPeak();
                    try (RandomModel random = new RandomModel(torch, sizes, device.type())) {
                        work.done("Building");
                        Subject subject =
                                new Subject(
                                        random.unet(),
                                        device.type(),
                                        SchedulerConfig.SDXL,
                                        sizes.vae().reduction());
                        return measure(order, subject, torch, device, work, cancel);
                    }
                });
    }

    private Result of(
            ModelChoice choice,
            Order order,
            CountedWork work,
            ProgressListener progress,
            CancelToken cancel) {
        Checkpoint checkpoint = Checkpoint.open(choice.path(), CheckpointOptions.of(choice));
        int reduction = checkpoint.vae().reduction();
        FullSizeCheck.requireSides(order.width(), order.height(), reduction);
        SdxlPrompt prompts = tokenizers.open(choice.path());
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    ResidentMemory.forgetPeak();
                    try (SdxlModel model =
                            SdxlModel.load(
                                    torch, checkpoint, device.type(), prompts, progress, cancel)) {
                        work.done("Building");
                        Subject subject =
                                new Subject(
                                        model.unet(), model.type(), model.scheduler(), reduction);
                        return measure(order, subject, torch, device, work, cancel);
                    }
                });
    }

    /** What is trained. */
    private record Subject(UNet unet, ComputeType type, SchedulerConfig noise, int reduction) {}

    private static Result measure(
            Order order,
            Subject subject,
            Torch torch,
            ComputeDevice device,
            CountedWork work,
            CancelToken cancel) {
        Long before = ResidentMemory.peak();
        List<Double> products = new ArrayList<>();
        List<Speed> speeds = new ArrayList<>();
        int layers = 0;
        try (PeakRate peak = new PeakRate(torch, subject.type())) {
            for (boolean checkpointed : new boolean[] {false, true}) {
                ResidentMemory.forgetPeak();
                try (RandomTraining training =
                        new RandomTraining(
                                torch,
                                subject.unet(),
                                subject.type(),
                                subject.noise(),
                                order.width() / subject.reduction(),
                                order.height() / subject.reduction(),
                                order.rank(),
                                checkpointed)) {
                    layers = training.layers();
                    speeds.add(
                            speed(
                                    order,
                                    checkpointed,
                                    operations(order, subject, checkpointed),
                                    () -> training.step(cancel),
                                    peak,
                                    products,
                                    work));
                }
            }
        }
        return new Result(
                device.name(), subject.type().label(), layers, before, Median.of(products), speeds);
    }

    private static double operations(Order order, Subject subject, boolean checkpointed) {
        return RandomTraining.work(order.rank(), checkpointed)
                .operations(
                        subject.unet().config(),
                        order.height() / subject.reduction(),
                        order.width() / subject.reduction(),
                        RandomModel.TOKENS);
    }

    private static Speed speed(
            Order order,
            boolean checkpointed,
            double operations,
            Runnable step,
            PeakRate peak,
            List<Double> products,
            CountedWork work) {
        String stage = checkpointed ? "Training, parts computed again" : "Training";
        work.seconds(stage, step);
        List<Double> seconds = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < order.steps(); i++) {
            double product = peak.product();
            double taken = work.seconds(stage, step);
            products.add(product);
            seconds.add(taken);
            shares.add(operations / taken / product);
        }
        return new Speed(
                checkpointed,
                operations,
                Median.of(seconds),
                Median.of(shares),
                ResidentMemory.peak());
    }
}
