package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.service.job.Pace;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as a bar for each stage: for terminals. */
final class BarDisplay implements ProgressDisplay {

    private static final int UPDATE_MILLIS = 200;
    private static final double MILLIS = 1e3;

    private final PrintStream terminal;
    private @Nullable Bar bar;
    private String stage = "";

    BarDisplay(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(Progress progress, Pace pace) {
        Bar shown = bar;
        if (shown == null || !stage.equals(progress.stage())) {
            close();
            stage = progress.stage();
            shown = open(progress, pace);
            bar = shown;
        }
        shown.bar()
                .maxHint(progress.total() > 0 ? progress.total() : -1)
                .stepTo(progress.done())
                .setExtraMessage(remark(progress, pace));
        if (progress.total() > 0 && progress.done() >= progress.total()) {
            close();
        }
    }

    private Bar open(Progress progress, Pace pace) {
        LineEnd line = new LineEnd(terminal);
        return new Bar(
                new ProgressBarBuilder()
                        .setTaskName(TerminalText.oneLine(progress.stage()))
                        .setInitialMax(progress.total() > 0 ? progress.total() : -1)
                        // Where a stage is gone on with, its first part is nothing that this bar
                        // saw.
                        .startsFrom(
                                progress.done(),
                                Duration.ofMillis(Math.round(pace.seconds() * MILLIS)))
                        .setStyle(style(terminal.charset()))
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .continuousUpdate()
                        .setConsumer(line)
                        .build(),
                line);
    }

    private static ProgressBarStyle style(Charset charset) {
        return charset.newEncoder().canEncode('█')
                ? ProgressBarStyle.UNICODE_BLOCK
                : ProgressBarStyle.ASCII;
    }

    /** The bar itself shows units and time left; its own speed would show 12 s a step as none. */
    private static String remark(Progress progress, Pace pace) {
        return TerminalText.oneLine(
                Stream.of(PaceText.speed(pace, progress), progress.detail())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public void notice(String sentence) {
        close();
        terminal.println(TerminalText.oneLine(sentence));
    }

    @Override
    public void close() {
        Bar shown = bar;
        bar = null;
        stage = "";
        if (shown != null) {
            shown.bar().close();
            shown.line().close();
        }
    }

    private record Bar(ProgressBar bar, LineEnd line) {}

    /** Ends the line once; a bar that is closed before it was ever drawn would not do so. */
    private static final class LineEnd extends ConsoleProgressBarConsumer {

        private boolean ended;

        LineEnd(PrintStream terminal) {
            super(terminal);
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                super.close();
            }
        }
    }
}
