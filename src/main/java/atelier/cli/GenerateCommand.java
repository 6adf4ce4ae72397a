package atelier.cli;

import atelier.cli.option.AdapterArgument;
import atelier.cli.option.SizeOption;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.generation.GenerationService;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes images. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Makes images from a prompt, from a picture (--init) or into a masked part of one (--mask).",
            "Each is a PNG that holds its settings; its path is printed as it is finished."
        },
        footer = {
            "",
            "With --json: {\"event\":\"image\",\"file\",\"seed\"} for each image.",
            "",
            "Example:",
            "  atelier generate --model sd_xl_base_1.0.safetensors --adapter mia.safetensors:0.8 --prompt \"mia in a garden\""
                    + " --seed 7 --count 4"
        })
public final class GenerateCommand implements Runnable {

    private static final long SEEDS = 1L << 32;

    private final Function<Workspace, GenerationService> services;

    @Mixin private ModelOptions model;

    @Option(
            names = "--adapter",
            paramLabel = "FILE[:WEIGHT]",
            converter = AdapterArgument.class,
            description =
                    "Adapter (LoRA, LoHa, LoKr, DoRA) and how strongly it acts; 1 is as trained, less is weaker, below 0 is away"
                            + " from it. Repeat it to stack several. What follows the last colon is the weight if it is a number"
                            + " and no file of the whole name exists. Default weight: 1.")
    private final List<AdapterUse> adapters = new ArrayList<>();

    @Mixin private PromptOptions prompt;
    @Mixin private SamplingOptions sampling;

    @Mixin private SizeOption size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of the first image; image k of --count has seed + k, so that each can be made alone. Default: a random"
                            + " one, which the file's name begins with.")
    private @Nullable Long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many images. Default: ${DEFAULT-VALUE}.")
    private int count;

    @ArgGroup(exclusive = false)
    private @Nullable InitOptions init;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the images; made if need be. Default: images/DATE in the workspace.")
    private @Nullable Path out;

    @Option(names = "--tiled", description = "Encode and decode in tiles, which takes less memory.")
    private boolean tiled;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services generates with the tokenizers of a workspace
     */
    public GenerateCommand(Function<Workspace, GenerationService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::generate);
    }

    private void generate(JobOutput output, CancelToken cancel) {
        GenerationOrder order = order();
        AtomicLong next = new AtomicLong(order.request().seed());
        services.apply(job.workspace())
                .generate(
                        order,
                        file ->
                                output.result(
                                        "image",
                                        Facts.of("file", file).and("seed", next.getAndIncrement()),
                                        TerminalText.oneLine(file.toString())),
                        output,
                        cancel);
    }

    private GenerationOrder order() {
        GenerationRequest request =
                new GenerationRequest(
                        prompt.prompt(),
                        prompt.negative(),
                        size.width(),
                        size.height(),
                        null,
                        sampling.settings(),
                        seed == null ? ThreadLocalRandom.current().nextLong(SEEDS) : seed,
                        count,
                        prompt.clipSkip(),
                        prompt.emphasis(),
                        init == null ? null : init.init());
        Path folder =
                out == null ? job.workspace().images(LocalDate.now(ZoneId.systemDefault())) : out;
        return new GenerationOrder(
                model.choice(), adapters, request, folder, device.choice(), tiled);
    }
}
