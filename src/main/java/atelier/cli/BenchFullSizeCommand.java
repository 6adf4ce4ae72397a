package atelier.cli;

import atelier.cli.option.SizeArgument;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.service.bench.FullSizeBench;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures SDXL's networks at full size, without a model. */
@Command(
        name = "full-size",
        sortOptions = false,
        description = {
            "Measures SDXL's networks at full size over random weights, so that no model is needed: a prediction of the UNet for one"
                    + " image, the decoding of a picture, the memory, and how near the arithmetic comes to this machine's best.",
            "Medians over the calls; one more is made before them, to warm up. A large matrix product is measured before each call, so"
                    + " that a busy machine shows in both."
        },
        footer = {
            "",
            "With --json: {\"event\":\"full-size\",\"device\",\"type\",\"unetParameters\",\"weights\",\"product\",\"convolution\","
                    + "\"speeds\":[{\"picture\",\"operations\",\"seconds\",\"rate\",\"share\",\"memory\",\"decode\",\"decodeMemory\"}]},"
                    + " times in seconds, memory in bytes, rates in floating-point operations a second."
        })
public final class BenchFullSizeCommand implements Runnable {

    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;
    private static final double PERCENT = 100;

    private final FullSizeBench bench;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            split = ",",
            defaultValue = "512x512,1024x1024",
            converter = SizeArgument.class,
            description =
                    "Width and height in pixels, divisible by 8; several by commas. Default: ${DEFAULT-VALUE}.")
    private List<SizeArgument.Size> sizes;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How many predictions of each size to measure. Default: ${DEFAULT-VALUE}.")
    private int calls;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /** A command that measures by that service. */
    public BenchFullSizeCommand(FullSizeBench bench) {
        this.bench = bench;
    }

    @Override
    public void run() {
        job.run(this::measure);
    }

    private void measure(JobOutput output, CancelToken cancel) {
        List<FullSizeBench.Picture> pictures =
                sizes.stream()
                        .map(size -> new FullSizeBench.Picture(size.width(), size.height()))
                        .toList();
        FullSizeBench.Result result =
                bench.measure(
                        new FullSizeBench.Order(pictures, calls, device.choice()), output, cancel);
        output.result(
                "full-size",
                Facts.of("device", result.device())
                        .and("type", result.type())
                        .and("unetParameters", result.unetParameters())
                        .and("weights", result.weights())
                        .and("product", result.product())
                        .and("convolution", result.convolution())
                        .and("speeds", result.speeds()),
                text(result));
    }

    private static String text(FullSizeBench.Result result) {
        Table table =
                new Table(
                        "SDXL at full size, random weights, on the %s in %s"
                                .formatted(result.device(), result.type()));
        table.row("UNet", Amounts.count(result.unetParameters()) + " parameters");
        table.row("weights", Amounts.bytes(result.weights()) + " with the autoencoder");
        table.row("matrix product", rate(result.product()) + ", this machine's best");
        table.row("convolution", rate(result.convolution()) + ", this machine's best");
        for (FullSizeBench.Speed speed : result.speeds()) {
            String size = "%dx%d".formatted(speed.picture().width(), speed.picture().height());
            table.row(
                    "call " + size,
                    String.format(
                            Locale.ROOT,
                            "%s, %.2f TFLOP at %s, %.0f %% of the matrix product's rate",
                            Amounts.seconds(speed.seconds()),
                            speed.operations() / TERA,
                            rate(speed.rate()),
                            speed.share() * PERCENT));
            table.row("decoding " + size, Amounts.seconds(speed.decode()));
            table.row(
                    "memory " + size,
                    memory(speed.memory(), speed.decodeMemory(), result.weights()));
        }
        return table.text();
    }

    private static String rate(double operations) {
        return String.format(Locale.ROOT, "%.0f GFLOP/s", operations / GIGA);
    }

    private static @Nullable String memory(
            @Nullable Long predicting, @Nullable Long decoding, long weights) {
        if (predicting == null || decoding == null) {
            return null;
        }
        return "at most %s while predicting, %s while decoding: %s and %s above the weights"
                .formatted(
                        Amounts.bytes(predicting),
                        Amounts.bytes(decoding),
                        Amounts.bytes(Math.max(0, predicting - weights)),
                        Amounts.bytes(Math.max(0, decoding - weights)));
    }
}
