package atelier.service.bench;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.PeakRate;
import atelier.engine.bench.RandomModel;
import atelier.engine.bench.UNetWork;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures SDXL's networks at their full size, over random weights, so that no model is needed: how
 * long a prediction and a decoding take, how near the arithmetic comes to the machine's own best,
 * and how much memory it takes.
 */
public final class FullSizeBench {

    private static final double NANOS = 1e9;
    private static final long WORKING_MEMORY = 3_000_000_000L;

    private final Accelerator accelerator;
    private final NetworkSizes sizes;
    private final LongSupplier freeMemory;

    /**
     * @param freeMemory bytes that the machine has left
     */
    public FullSizeBench(Accelerator accelerator, NetworkSizes sizes, LongSupplier freeMemory) {
        this.accelerator = accelerator;
        this.sizes = sizes;
        this.freeMemory = freeMemory;
    }

    /**
     * What to measure.
     *
     * @param pictures sizes in pixels
     * @param calls how many predictions of each, at least 1; one more is made before them, to warm
     *     up
     * @param device where to compute
     */
    public record Order(List<Picture> pictures, int calls, DeviceChoice device) {}

    /**
     * A picture's sides in pixels, divisible by 8.
     *
     * @param width of the picture
     * @param height of the picture
     */
    public record Picture(int width, int height) {}

    /**
     * What was measured.
     *
     * @param device name of the processor
     * @param type number format of the networks' arithmetic
     * @param unetParameters numbers in the UNet
     * @param weights bytes of both networks
     * @param product floating-point operations a second of a large matrix product
     * @param convolution the same of a large convolution
     * @param speeds of each picture in turn
     */
    public record Result(
            String device,
            String type,
            long unetParameters,
            long weights,
            double product,
            double convolution,
            List<Speed> speeds) {}

    /**
     * What one size takes.
     *
     * @param picture the size
     * @param operations floating-point operations of a prediction for one image
     * @param seconds of a prediction, the median
     * @param rate floating-point operations a second in that time
     * @param share the rate over that of a matrix product measured right before, the median
     * @param memory most bytes held at once while predicting; null where it is not known
     * @param decode seconds to decode one picture as a whole
     * @param decodeMemory most bytes held at once while decoding; null where it is not known
     */
    public record Speed(
            Picture picture,
            double operations,
            double seconds,
            double rate,
            double share,
            @Nullable Long memory,
            double decode,
            @Nullable Long decodeMemory) {}

    /**
     * Measures.
     *
     * @throws AtelierException if a size or the device does not allow it, or the memory does not
     *     suffice
     */
    public Result measure(Order order, ProgressListener progress, CancelToken cancel) {
        check(order);
        return accelerator.call(
                order.device(),
                (torch, device) -> {
                    requireMemory(device);
                    try (PeakRate peak = new PeakRate(torch, device.type())) {
                        return measure(order, torch, device, peak, progress, cancel);
                    }
                });
    }

    private void check(Order order) {
        if (order.calls() < 1) {
            throw new AtelierException(
                    "%d calls cannot be measured: choose 1 or more.".formatted(order.calls()));
        }
        int reduction = sizes.vae().reduction();
        for (Picture picture : order.pictures()) {
            if (picture.width() < reduction
                    || picture.height() < reduction
                    || picture.width() % reduction != 0
                    || picture.height() % reduction != 0) {
                throw new AtelierException(
                        "The size %dx%d cannot be measured: both sides must be divisible by %d."
                                .formatted(picture.width(), picture.height(), reduction));
            }
        }
    }

    private void requireMemory(ComputeDevice device) {
        long needed = weights(device.type()) + WORKING_MEMORY;
        long free = freeMemory.getAsLong();
        if (device.kind() == DeviceChoice.CPU && free < needed) {
            throw new AtelierException(
                    "The networks at full size need %.1f GB of memory in %s, and %.1f GB are free: close other programs, or measure a model with 'atelier bench generate'."
                            .formatted(
                                    needed / NANOS,
                                    device.type().label(),
                                    Math.max(free, 0) / NANOS));
        }
    }

    private long weights(ComputeType type) {
        return sizes.parameters() * (type == ComputeType.FLOAT32 ? Float.BYTES : Short.BYTES);
    }

    private Result measure(
            Order order,
            Torch torch,
            ComputeDevice device,
            PeakRate peak,
            ProgressListener progress,
            CancelToken cancel) {
        int total = order.pictures().size() * (order.calls() + 2) + 1;
        Count count = new Count(progress, total);
        try (RandomModel model = new RandomModel(torch, sizes, device.type())) {
            count.done("Building");
            List<Double> products = new ArrayList<>();
            List<Double> convolutions = new ArrayList<>();
            List<Speed> speeds = new ArrayList<>();
            for (Picture picture : order.pictures()) {
                convolutions.add(peak.convolution());
                speeds.add(speed(picture, order.calls(), model, peak, products, count, cancel));
                convolutions.add(peak.convolution());
            }
            return new Result(
                    device.name(),
                    device.type().label(),
                    sizes.unetParameters(),
                    weights(device.type()),
                    Median.of(products),
                    Median.of(convolutions),
                    speeds);
        }
    }

    private Speed speed(
            Picture picture,
            int calls,
            RandomModel model,
            PeakRate peak,
            List<Double> products,
            Count count,
            CancelToken cancel) {
        int reduction = sizes.vae().reduction();
        double operations =
                UNetWork.operations(
                        sizes.unet(),
                        picture.height() / reduction,
                        picture.width() / reduction,
                        RandomModel.TOKENS);
        List<Double> seconds = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        ResidentMemory.forgetPeak();
        try (RandomModel.Image image = model.image(picture.height(), picture.width())) {
            image.predict(cancel);
            count.done("Predicting");
            for (int i = 0; i < calls; i++) {
                cancel.check();
                double product = peak.product();
                double taken = seconds(() -> image.predict(cancel));
                products.add(product);
                seconds.add(taken);
                shares.add(operations / taken / product);
                count.done("Predicting");
            }
        }
        Long memory = known();
        ResidentMemory.forgetPeak();
        double decode = seconds(() -> model.decode(picture.height(), picture.width(), cancel));
        count.done("Decoding");
        double median = Median.of(seconds);
        return new Speed(
                picture,
                operations,
                median,
                operations / median,
                Median.of(shares),
                memory,
                decode,
                known());
    }

    private static @Nullable Long known() {
        return ResidentMemory.peak().isPresent() ? ResidentMemory.peak().getAsLong() : null;
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS;
    }

    /** Tells of each piece of work as it is done. */
    private static final class Count {

        private final ProgressListener progress;
        private final int total;
        private int done;

        private Count(ProgressListener progress, int total) {
            this.progress = progress;
            this.total = total;
            progress.progressed(Progress.of("Building", 0, total, "call"));
        }

        private void done(String stage) {
            done++;
            progress.progressed(Progress.of(stage, done, total, "call"));
        }
    }
}
