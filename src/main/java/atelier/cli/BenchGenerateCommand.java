package atelier.cli;

import atelier.cli.option.SizeArgument;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.bench.GenerationBench;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast images are made. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Measures how long a model takes: loading, the prompt, a step with guidance, decoding, an image as a whole.",
            "Medians over the images; one more is made before them, to warm up."
        },
        footer = {
            "",
            "With --json: {\"event\":\"speed\",\"device\",\"type\",\"width\",\"height\",\"steps\",\"images\",\"load\",\"text\",\"step\","
                    + "\"decode\",\"image\"}, times in seconds."
        })
public final class BenchGenerateCommand implements Runnable {

    private final Function<Workspace, GenerationBench> services;

    @Mixin private ModelOptions model;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = SizeArgument.class,
            description = "Width and height in pixels, divisible by 8. Default: ${DEFAULT-VALUE}.")
    private SizeArgument.Size size;

    @Option(
            names = "--steps",
            paramLabel = "S",
            defaultValue = "10",
            description = "Sampling steps of each image. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many images to measure. Default: ${DEFAULT-VALUE}.")
    private int images;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services measures with the tokenizers of a workspace
     */
    public BenchGenerateCommand(Function<Workspace, GenerationBench> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::measure);
    }

    private void measure(JobOutput output, CancelToken cancel) {
        GenerationBench.Order order =
                new GenerationBench.Order(
                        model.choice(),
                        size.width(),
                        size.height(),
                        steps,
                        images,
                        device.choice());
        GenerationBench.Speed speed =
                services.apply(job.workspace()).measure(order, output, cancel);
        output.result(
                "speed",
                Facts.of("device", speed.device())
                        .and("type", speed.type())
                        .and("width", order.width())
                        .and("height", order.height())
                        .and("steps", order.steps())
                        .and("images", order.images())
                        .and("load", speed.load())
                        .and("text", speed.text())
                        .and("step", speed.step())
                        .and("decode", speed.decode())
                        .and("image", speed.image()),
                text(order, speed));
    }

    private static String text(GenerationBench.Order order, GenerationBench.Speed speed) {
        Table table =
                new Table(
                        "%s, %dx%d on the %s in %s"
                                .formatted(
                                        order.model().path(),
                                        order.width(),
                                        order.height(),
                                        speed.device(),
                                        speed.type()));
        table.row("loading", Amounts.seconds(speed.load()));
        table.row("prompt", Amounts.seconds(speed.text()));
        table.row("step", Amounts.seconds(speed.step()));
        table.row("decoding", Amounts.seconds(speed.decode()));
        table.row(
                "image",
                "%s with %d steps".formatted(Amounts.seconds(speed.image()), order.steps()));
        return table.text();
    }
}
