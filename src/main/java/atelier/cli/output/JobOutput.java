package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.job.StageTimes;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * What one command shows: progress, and results as they come. Results are text for people or, in
 * JSON mode, one object to a line; they go to the standard output and nothing else does.
 */
public final class JobOutput implements ProgressListener, AutoCloseable {

    private final PrintWriter out;
    private final boolean json;
    private final ProgressDisplay display;
    private final LongSupplier nanoTime;
    private final StageTimes times = new StageTimes();

    JobOutput(PrintWriter out, boolean json, ProgressDisplay display, LongSupplier nanoTime) {
        this.out = out;
        this.json = json;
        this.display = display;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void progressed(Progress progress) {
        display.show(progress, times.pace(progress, nanoTime.getAsLong()));
    }

    @Override
    public synchronized void noticed(String notice) {
        display.notice(notice);
    }

    /**
     * Tells of something finished.
     *
     * @param event what it is, in JSON mode the value of {@code event}
     * @param facts its further fields in JSON mode
     * @param text the same for people, of one or more lines that are fit for a terminal
     */
    public synchronized void result(String event, Facts facts, String text) {
        display.close();
        if (json) {
            out.println(JsonText.of(event, facts));
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Whether results are written for programs. */
    public boolean isJson() {
        return json;
    }

    @Override
    public synchronized void close() {
        display.close();
    }
}
