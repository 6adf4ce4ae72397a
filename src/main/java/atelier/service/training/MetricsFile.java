package atelier.service.training;

import atelier.service.training.state.StepLines;
import java.nio.file.Path;

/** The numbers of a run, one line of JSON a step, each on the disk before the next is computed. */
final class MetricsFile implements RunListener {

    private final StepLines lines;

    private MetricsFile(StepLines lines) {
        this.lines = lines;
    }

    /** Begins a new file. */
    static MetricsFile create(Path file) {
        return new MetricsFile(StepLines.create(file));
    }

    /** Goes on with a file after a step; see {@link StepLines#resume}. */
    static MetricsFile resume(Path file, long step) {
        return new MetricsFile(StepLines.resume(file, step));
    }

    @Override
    public void stepped(StepReport report) {
        lines.add(report.text());
    }

    @Override
    public void close() {
        lines.close();
    }
}
