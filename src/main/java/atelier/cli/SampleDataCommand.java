package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.starter.SampleDataOrder;
import atelier.service.starter.SampleDataService;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Paints pictures to train on where there are none. */
@Command(
        name = "sample-data",
        sortOptions = false,
        description = {
            "Paints cartoon portraits with captions, masks and points of the face, all different, or one character in many pictures.",
            "The same seed gives the same pictures on every machine."
        },
        footer = {
            "",
            "In DIR: 00001.png with its caption 00001.txt, its mask masks/00001.png, white where the person is, and points/00001.json.",
            "With --json: {\"event\":\"picture\",\"file\",\"caption\"} for each, then {\"event\":\"painted\",\"folder\",\"pictures\",\"size\",\"sheet\"}.",
            "",
            "Examples:",
            "  atelier sample-data --out portraits --count 100 --sheet portraits.png",
            "  atelier sample-data --out sample --character"
        })
public final class SampleDataCommand implements Runnable {

    private static final int COUNT = 48;
    private static final int SIZE = 256;
    private static final int CHARACTER_SIZE = 512;

    private final SampleDataService service;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the pictures, new or empty.")
    private Path out;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many portraits. Default: " + COUNT + ".")
    private @Nullable Integer count;

    @Option(names = "--seed", paramLabel = "S", description = "Which portraits. Default: 0.")
    private @Nullable Long seed;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Pixels of a side, 32 to 512. Default: "
                            + SIZE
                            + ", for the character "
                            + CHARACTER_SIZE
                            + ".")
    private @Nullable Integer size;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "Show the first 96 of them side by side in this file, as PNG.")
    private @Nullable Path sheet;

    @Option(
            names = "--character",
            description =
                    "Paint the sample character instead: 16 pictures to train on in DIR/character and 8 to compare with in DIR/held-out.")
    private boolean character;

    @Mixin private JobOptions job;

    /** Paints with that service. */
    public SampleDataCommand(SampleDataService service) {
        this.service = service;
    }

    @Override
    public void run() {
        if (character && (count != null || seed != null)) {
            throw new AtelierException(
                    "The sample character is always the same 24 pictures: leave out --count and --seed, or --character.");
        }
        job.run(this::paint);
    }

    private void paint(JobOutput output, CancelToken cancel) {
        int side = size != null ? size : character ? CHARACTER_SIZE : SIZE;
        Written written = new Written(output);
        if (character) {
            service.paintCharacter(out, side, sheet, written, output, cancel);
        } else {
            service.paintPortraits(
                    new SampleDataOrder(
                            out,
                            count == null ? COUNT : count,
                            seed == null ? 0 : seed,
                            side,
                            sheet),
                    written,
                    output,
                    cancel);
        }
        output.result(
                "painted",
                Facts.of("folder", out)
                        .and("pictures", written.pictures)
                        .and("size", side)
                        .and("sheet", sheet),
                "%d pictures of %d × %d pixels are in %s%s"
                        .formatted(
                                written.pictures,
                                side,
                                side,
                                out,
                                sheet == null ? "" : "\nall of them at a glance: " + sheet));
    }

    /** Counts the pictures, and tells programs of each. */
    private static final class Written implements BiConsumer<Path, String> {

        private final JobOutput output;
        private int pictures;

        Written(JobOutput output) {
            this.output = output;
        }

        @Override
        public void accept(Path file, String caption) {
            pictures++;
            if (output.isJson()) {
                output.result("picture", Facts.of("file", file).and("caption", caption), "");
            }
        }
    }
}
