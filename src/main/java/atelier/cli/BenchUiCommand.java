package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.bench.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon the window is there and how smoothly it moves. */
@Command(
        name = "ui",
        sortOptions = false,
        description = {
            "Measures the window: how soon after the start of the JVM of bin/atelier its second frame is there, the median of some starts; then, while an adapter is trained beside it, "
                    + "how long its frames take as all panels are visited over and over and thousands of images are scrolled through.",
            "Where there is no screen, it is drawn without one. Nothing of your workspace is touched."
        },
        footer = {
            "",
            "With --json: {\"event\":\"window\",\"startMillis\":[…],\"startMedian\",\"firstVisits\",\"visits\",\"scrolling\",\"heap\"}, each "
                    + "of the three with \"count\", \"median\", \"p99\" and \"longest\" in milliseconds, and \"tooLong\", how many took over 100."
        })
public final class BenchUiCommand implements Runnable {

    /** What nobody overlooks: a frame that took longer, in milliseconds. */
    public static final double LONG_FRAME_MILLIS = 100;

    private final Starts starts;
    private final Bench bench;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "How long panels are visited. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "7",
            description = "How many times it is started; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many images the gallery has. Default: ${DEFAULT-VALUE}.")
    private int images;

    @Mixin private JobOptions job;

    /** Starts the window in a process of its own. */
    @FunctionalInterface
    public interface Starts {
        /**
         * Once.
         *
         * @return milliseconds from the start of its JVM to the second frame
         */
        double millis(CancelToken cancel);
    }

    /** Measures the window in this process. */
    @FunctionalInterface
    public interface Bench {
        /**
         * Once in a process.
         *
         * @param seconds to visit panels
         * @param images in the gallery
         */
        Smoothness smoothness(
                double seconds, int images, ProgressListener progress, CancelToken cancel);
    }

    /**
     * How long frames took, in milliseconds.
     *
     * @param count how many there were
     * @param median the median
     * @param p99 what 99 of 100 do not exceed
     * @param longest the longest
     * @param tooLong how many took over {@link #LONG_FRAME_MILLIS}
     */
    public record Frames(int count, double median, double p99, double longest, long tooLong) {}

    /**
     * How smoothly the window moves.
     *
     * @param firstVisits while panels are built
     * @param visits while training runs
     * @param scrolling through all images, training still running
     * @param heap the most bytes of the Java heap in use
     */
    public record Smoothness(Frames firstVisits, Frames visits, Frames scrolling, long heap) {}

    /** Measures with those two. */
    public BenchUiCommand(Starts starts, Bench bench) {
        this.starts = starts;
        this.bench = bench;
    }

    @Override
    public void run() {
        job.run(this::measure);
    }

    private void measure(JobOutput output, CancelToken cancel) {
        if (count < 0 || images < 1 || !(seconds > 0)) {
            throw new AtelierException(
                    "--starts must not be negative, and --seconds and --images must be above 0.");
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cancel.check();
            millis.add(starts.millis(cancel));
        }
        double median = millis.isEmpty() ? 0 : Median.of(millis);
        Smoothness seen = bench.smoothness(seconds, images, output, cancel);
        output.result(
                "window",
                Facts.of("startMillis", millis)
                        .and("startMedian", median)
                        .and("firstVisits", seen.firstVisits())
                        .and("visits", seen.visits())
                        .and("scrolling", seen.scrolling())
                        .and("heap", seen.heap()),
                text(median, seen));
    }

    private String text(double median, Smoothness seen) {
        Table table = new Table("The window");
        if (count > 0) {
            table.row(
                    "start to second frame",
                    String.format(Locale.ROOT, "%.0f ms, median of %d", median, count));
        }
        table.row("first visits", words(seen.firstVisits()));
        table.row("visits while training", words(seen.visits()));
        table.row("scrolling %d images".formatted(images), words(seen.scrolling()));
        table.row("Java heap", "%d MB at most".formatted(seen.heap() >> 20));
        return table.text();
    }

    private static String words(Frames frames) {
        return String.format(
                Locale.ROOT,
                "%d frames, median %.0f, p99 %.0f, longest %.0f ms, %d over %.0f",
                frames.count(),
                frames.median(),
                frames.p99(),
                frames.longest(),
                frames.tooLong(),
                LONG_FRAME_MILLIS);
    }
}
