package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.training.TrainingService;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains an adapter. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains a LoRA adapter on ten pictures or more, with captions in a .txt or .caption beside each; atelier prepare shows before what it gets of them.",
            "Latents and text are cached in the run's folder; the adapter is written in kohya's format at the end.",
            "The run is saved every so many steps and when it is stopped with Ctrl-C; --resume goes on with it, to the bit."
        },
        footer = {
            "",
            "With --json: {\"event\":\"forecast\",\"pictures\",\"steps\",\"seconds\",\"secondsPerStep\",\"operations\",\"rate\",\"share\",\"overhead\",\"parts\":[{\"what\",\"seconds\"}],\"checkpointed\","
                    + "\"adapter\":{\"layers\",\"numbers\",\"bytes\"},\"memory\":{\"parts\":[{\"what\",\"bytes\"}],\"available\"},\"disk\",\"warnings\",\"obstacles\"};"
                    + " {\"event\":\"trained\",\"adapter\",\"pictures\",\"firstLoss\",\"lastLoss\"};"
                    + " {\"event\":\"paused\",\"run\",\"step\"} where it was stopped after its first step, and failed with the sentence then;"
                    + " with --list-settings {\"event\":\"setting\",\"name\",\"default\",\"values\",\"meaning\"} for each;"
                    + " with --list-presets {\"event\":\"preset\",\"subject\",\"speed\",\"for\",\"pictures\",\"settings\"} for each.",
            "",
            "Examples:",
            "  atelier train --model sd_xl_base_1.0.safetensors --data pictures/mia --trigger mia --subject portrait --out runs/mia",
            "  atelier train --resume runs/mia"
        })
public final class TrainCommand implements Runnable {

    private static final List<String> NEEDED = List.of("--model", "--data", "--trigger");
    private static final String OUT = "--out";
    private static final List<String> WITH_RESUME =
            List.of("--resume", "--device", "--json", "--verbose", "--workspace");

    private final Function<Workspace, TrainingService> services;

    @Spec private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "SDXL model: a single .safetensors file or a diffusers folder.")
    private @Nullable Path model;

    @Mixin private ModelOverrides overrides;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of pictures and captions, plain or with folders like 10_name; a zip of such; or a dataset configuration of sd-scripts (.toml).")
    private @Nullable Path data;

    @Option(
            names = "--trigger",
            paramLabel = "T",
            description =
                    "Word or phrase that shall call the subject up; put in front of captions that lack it.")
    private @Nullable String trigger;

    @Mixin private PlanOptions plan;

    @Option(
            names = OUT,
            paramLabel = "RUN",
            description = "Folder for the run; new or empty. A forecast alone can do without.")
    private @Nullable Path out;

    @Mixin private ForecastOptions forecast;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description =
                    "Go on with the run in that folder, by its own plan; only --device can be given with it."
                            + " The model and the pictures must be where and what they were.")
    private @Nullable Path resume;

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
        if (plan.isList()) {
            job.run((output, cancel) -> plan.list(output));
        } else if (resume != null) {
            refuseAnotherPlan();
            Path run = resume;
            job.run((output, cancel) ->
                    show(output, () -> service().resume(run, device.choice(), output, cancel)));
        } else {
            TrainingOrder order = order();
            job.run((output, cancel) -> {
                if (forecast.isAll()) {
                    forecast.show(output, service().forecast(order, output, cancel));
                } else {
                    train(order, output, cancel);
                }
            });
        }
    }

    private void train(TrainingOrder order, JobOutput output, CancelToken cancel) {
        show(
                output,
                () -> service().train(order, told -> forecast.show(output, told), output, cancel));
    }

    private static void show(JobOutput output, Supplier<TrainingResult> training) {
        try {
            TrainedText.show(output, training.get());
        } catch (RunPausedException e) {
            TrainedText.paused(output, e);
            throw e;
        }
    }

    private void refuseAnotherPlan() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_RESUME.contains(option.longestName())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "A run goes on by its own plan: leave %s out, or start a new run without --resume."
                                .formatted(option.longestName()));
            }
        }
    }

    private TrainingService service() {
        return services.apply(job.workspace());
    }

    private TrainingOrder order() {
        Path folder = folder();
        if (model == null || data == null || trigger == null || folder == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing for a new run: "
                            + Stream.concat(
                                            NEEDED.stream(),
                                            forecast.isAll() ? Stream.empty() : Stream.of(OUT))
                                    .filter(option ->
                                            !spec.commandLine()
                                                    .getParseResult()
                                                    .hasMatchedOption(option))
                                    .collect(Collectors.joining(", ")));
        }
        return new TrainingOrder(
                overrides.of(model),
                data,
                trigger,
                folder,
                plan.sets(),
                device.choice(),
                pictures.options());
    }

    /** Where the run goes; a mere forecast needs to know no more than the disk. */
    private @Nullable Path folder() {
        return out == null && forecast.isAll() && trigger != null
                ? job.workspace().run(LocalDateTime.now(ZoneId.systemDefault()), trigger)
                : out;
    }
}
