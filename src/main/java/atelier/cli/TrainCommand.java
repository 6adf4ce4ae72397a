package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.training.TrainingService;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains an adapter. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains a LoRA adapter on ten pictures or more, with captions in a .txt or .caption beside each; atelier prepare shows before what it gets of them.",
            "Latents and text are cached in the run's folder; the adapter is written in kohya's format at the end."
        },
        footer = {
            "",
            "With --json: {\"event\":\"trained\",\"adapter\",\"pictures\",\"firstLoss\",\"lastLoss\"}.",
            "",
            "Example:",
            "  atelier train --model sd_xl_base_1.0.safetensors --data pictures/mia --trigger mia --set steps=1500 --out runs/mia"
        })
public final class TrainCommand implements Runnable {

    private final Function<Workspace, TrainingService> services;

    @Mixin private ModelOptions model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder of pictures and captions, plain or with folders like 10_name; a zip of such; or a dataset configuration of sd-scripts (.toml).")
    private Path data;

    @Option(
            names = "--trigger",
            required = true,
            paramLabel = "T",
            description =
                    "Word or phrase that shall call the subject up; put in front of captions that lack it.")
    private String trigger;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting, such as steps=1500, rank=16, learningRate=0.0001, resolution=1024 or seed=7; an unknown one lists all."
                            + " Repeat it for several.")
    private final Map<String, String> sets = new LinkedHashMap<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "RUN",
            description = "Folder for the run; new or empty.")
    private Path out;

    @Mixin private DataOptions pictures;
    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * Trains with a workspace's services.
     *
     * @param services trains with the tokenizers of a workspace
     */
    public TrainCommand(Function<Workspace, TrainingService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::train);
    }

    private void train(JobOutput output, CancelToken cancel) {
        TrainingResult result =
                services.apply(job.workspace())
                        .train(
                                new TrainingOrder(
                                        model.choice(),
                                        data,
                                        trigger,
                                        out,
                                        sets,
                                        device.choice(),
                                        pictures.options()),
                                output,
                                cancel);
        TrainedText.show(output, result);
    }
}
