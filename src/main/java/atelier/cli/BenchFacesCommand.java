package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.restoration.RestorerChoice;
import atelier.service.bench.FaceBench;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast faces are restored. */
@Command(
        name = "faces",
        sortOptions = false,
        description = {
            "Measures how long a face takes, from the picture through the network and back into it, and how long its network takes alone.",
            "Medians over the faces; two more are restored before them, to warm up."
        },
        footer = {
            "",
            "With --json: {\"event\":\"faces\",\"processor\",\"side\",\"faces\",\"network\",\"face\",\"ratio\"}, times in seconds."
        })
public final class BenchFacesCommand implements Runnable {

    private final FaceBench bench;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description =
                    "The restorer's ONNX file. Default: a network of GFPGAN's form and size over random weights.")
    private @Nullable Path network;

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = "gfpgan-1.4",
            description = "Which restorer the file holds. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(
            names = "--faces",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many faces to measure. Default: ${DEFAULT-VALUE}.")
    private int faces;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /** A command that measures by that service. */
    public BenchFacesCommand(FaceBench bench) {
        this.bench = bench;
    }

    @Override
    public void run() {
        job.run(this::measure);
    }

    private void measure(JobOutput output, CancelToken cancel) {
        RestorerChoice choice =
                network == null
                        ? null
                        : new RestorerChoice(model, network, RestorerChoice.USUAL_FIDELITY);
        FaceBench.Speed speed =
                bench.measure(new FaceBench.Order(choice, faces, device.choice()), output, cancel);
        output.result(
                "faces",
                Facts.of("processor", speed.processor())
                        .and("side", speed.side())
                        .and("faces", faces)
                        .and("network", speed.network())
                        .and("face", speed.face())
                        .and("ratio", speed.ratio()),
                text(speed));
    }

    private String text(FaceBench.Speed speed) {
        Table table =
                new Table(
                        "%s, %d pixels a side, on %s"
                                .formatted(
                                        network == null ? "random weights" : network,
                                        speed.side(),
                                        speed.processor()));
        table.row("network alone", Amounts.seconds(speed.network()));
        table.row(
                "face",
                String.format(
                        Locale.ROOT,
                        "%s, %.2f times as long",
                        Amounts.seconds(speed.face()),
                        speed.ratio()));
        return table.text();
    }
}
