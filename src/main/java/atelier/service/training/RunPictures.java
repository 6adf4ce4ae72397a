package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.job.ProgressListener;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws the curves of a run and writes its page, with each checkpoint and at the end. What cannot
 * be drawn is told, and the run goes on.
 */
final class RunPictures implements RunListener {

    private final TrainingJob job;
    private final RunPage page;
    private final ProgressListener progress;

    RunPictures(TrainingJob job, RunPage page, ProgressListener progress) {
        this.job = job;
        this.page = page;
        this.progress = progress;
    }

    @Override
    public void stepped(StepReport report) {
        if (report.step() % job.plan().saving().checkpointEvery() == 0) {
            write();
        }
    }

    /** Also where the run fails or is stopped: then it is looked at most. */
    @Override
    public void close() {
        write();
    }

    private void write() {
        RunFolder folder = job.folder();
        try {
            RunNumbers numbers = RunNumbers.read(folder, job.plan().steps());
            if (numbers.reports().isEmpty()) {
                return;
            }
            BufferedImage picture = RunCurves.of(job.order().trigger(), numbers).draw();
            AtomicFiles.replace(folder.curves(), out -> PngWriter.write(picture, List.of(), out));
            page.write(numbers);
        } catch (AtelierException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (LinkageError | InternalError e) {
            // Java finds no font on this machine, or no library to draw it with.
            tell(
                    "Java cannot write text on this machine (%s); install fontconfig and a font."
                            .formatted(e.getMessage()));
        }
    }

    private void tell(String why) {
        progress.noticed("The curves and the run's page are missing: " + why);
    }
}
