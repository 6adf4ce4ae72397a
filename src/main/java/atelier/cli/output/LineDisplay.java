package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.service.job.Pace;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Progress as plain lines, a few seconds apart: for logs and pipes. */
final class LineDisplay implements ProgressDisplay {

    private final PrintWriter out;
    private final Throttle throttle;

    /**
     * @param throttle how often a line may come
     */
    LineDisplay(PrintWriter out, Throttle throttle) {
        this.out = out;
        this.throttle = throttle;
    }

    @Override
    public void show(Progress progress, Pace pace) {
        if (throttle.allows()) {
            out.println(TerminalText.oneLine(line(progress, pace)));
            out.flush();
        }
    }

    @Override
    public void notice(String sentence) {
        out.println(TerminalText.oneLine(sentence));
        out.flush();
    }

    static String line(Progress progress, Pace pace) {
        String place =
                progress.total() > 0
                        ? "%s %d of %d"
                                .formatted(progress.unit(), progress.done(), progress.total())
                        : "%s %d".formatted(progress.unit(), progress.done());
        return progress.stage()
                + ": "
                + Stream.of(
                                place,
                                PaceText.speed(pace, progress),
                                PaceText.left(pace, progress),
                                progress.detail())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {}
}
