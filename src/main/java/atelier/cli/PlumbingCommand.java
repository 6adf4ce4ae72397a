package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.starter.PlumbingResult;
import atelier.service.starter.PlumbingService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole job once on a model with random weights. */
@Command(
        name = "plumbing",
        sortOptions = false,
        description = {
            "Draws ten pictures, trains 20 steps on a tiny model with random weights, generates with and without the adapter.",
            "It proves that everything works together; its images cannot look like anything."
        },
        footer = {
            "",
            "With --json: {\"event\":\"trained\", …} as for train, then {\"event\":\"compared\",\"without\",\"with\",\"differing\"}."
        })
public final class PlumbingCommand implements Runnable {

    private static final Path TINY = Path.of("src/test/resources/reference/tiny-sdxl");

    private final Function<Workspace, PlumbingService> services;
    private final Path home;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "A small model. Default: the tests' tiny one, in Atelier's sources.")
    private @Nullable Path model;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for everything. Default: target/plumbing in Atelier's sources.")
    private @Nullable Path out;

    @Mixin private JobOptions job;

    /**
     * Runs the job with a workspace's services.
     *
     * @param services runs the job with the tokenizers of a workspace
     * @param home where Atelier's sources lie, for the tiny model
     */
    public PlumbingCommand(Function<Workspace, PlumbingService> services, Path home) {
        this.services = services;
        this.home = home;
    }

    @Override
    public void run() {
        job.run(this::prove);
    }

    private void prove(JobOutput output, CancelToken cancel) {
        Path chosen = model == null ? home.resolve(TINY) : model;
        if (model == null && !Files.isDirectory(chosen)) {
            throw new AtelierException(
                    "There is no tiny model at "
                            + chosen
                            + ": run this from Atelier's sources, or name a small SDXL model with --model.");
        }
        Path folder = out == null ? home.resolve("target/plumbing") : out;
        PlumbingResult result = services.apply(job.workspace()).run(chosen, folder, output, cancel);
        TrainedText.show(output, result.training());
        output.result(
                "compared",
                Facts.of("without", result.plain().getFirst().getParent())
                        .and("with", result.adapted().getFirst().getParent())
                        .and("differing", result.differing()),
                """
                images without the adapter: %s
                images with the adapter:    %s
                All %d pairs differ. The model's weights are random: this proves the plumbing, and its images cannot look like anything.\
                """
                        .formatted(
                                result.plain().getFirst().getParent(),
                                result.adapted().getFirst().getParent(),
                                result.differing()));
    }
}
