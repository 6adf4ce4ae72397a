package atelier.service.bench;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.PeakRate;
import atelier.engine.bench.RandomModel;
import atelier.engine.bench.UNetWork;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
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

    private static final long WORKING_MEMORY = 3_000_000_000L;

    private final Accelerator accelerator;
    private final NetworkSizes sizes;
    private final FullSizeCheck check;

    /**
     * @param freeMemory bytes that the machine has left
     */
    public FullSizeBench(Accelerator accelerator, NetworkSizes sizes, LongSupplier freeMemory) {
        this.accelerator = accelerator;
        this.sizes = sizes;
        this.check = new FullSizeCheck(sizes, freeMemory);
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
                    check.requireMemory(device, WORKING_MEMORY, "atelier bench generate");
                    try (PeakRate peak = new PeakRate(torch, device.type())) {
                        return measure(order, torch, device, peak, progress, cancel);
                    }
                });
    }

    private void check(Order order) {
        FullSizeCheck.requireSome(order.calls(), "calls");
        for (Picture picture : order.pictures()) {
            FullSizeCheck.requireSides(picture.width(), picture.height(), sizes.vae().reduction());
        }
    }

    private Result measure(
            Order order,
            Torch torch,
            ComputeDevice device,
            PeakRate peak,
            ProgressListener progress,
            CancelToken cancel) {
        int total = order.pictures().size() * (order.calls() + 2) + 1;
        CountedWork work = new CountedWork(progress, "Building", "call", total);
        try (RandomModel model = new RandomModel(torch, sizes, device.type())) {
            work.done("Building");
            List<Double> products = new ArrayList<>();
            List<Double> convolutions = new ArrayList<>();
            List<Speed> speeds = new ArrayList<>();
            for (Picture picture : order.pictures()) {
                convolutions.add(peak.convolution());
                speeds.add(speed(picture, order.calls(), model, peak, products, work, cancel));
                convolutions.add(peak.convolution());
            }
            return new Result(
                    device.name(),
                    device.type().label(),
                    sizes.unetParameters(),
                    check.weights(device.type()),
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
            CountedWork work,
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
            work.seconds("Predicting", () -> image.predict(cancel));
            for (int i = 0; i < calls; i++) {
                cancel.check();
                double product = peak.product();
                double taken = work.seconds("Predicting", () -> image.predict(cancel));
                products.add(product);
                seconds.add(taken);
                shares.add(operations / taken / product);
            }
        }
        Long memory = ResidentMemory.peak();
        ResidentMemory.forgetPeak();
        double decode =
                work.seconds(
                        "Decoding", () -> model.decode(picture.height(), picture.width(), cancel));
        double median = Median.of(seconds);
        return new Speed(
                picture,
                operations,
                median,
                operations / median,
                Median.of(shares),
                memory,
                decode,
                ResidentMemory.peak());
    }
}
