package atelier.service.training;

import atelier.engine.training.Trainer;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws the same previews again and again, so that one sees what is learnt: before the first step,
 * every so many steps, and after the last. One that is there already, as a run may be gone on with,
 * is not drawn again. What cannot be drawn is told, and the run goes on.
 */
final class Previews implements RunListener {

    static final String STAGE = "Drawing previews";

    private final PreviewPainter painter;
    private final Trainer trainer;
    private final RunFolder folder;
    private final int every;
    private final long steps;
    private final Consumer<Preview> drawn;
    private final ProgressListener progress;
    private final CancelToken cancel;

    /**
     * @param trainer whose adapter, averaged where it averages, is drawn with
     * @param every steps between two sets; 0 never
     * @param steps of the whole run
     * @param drawn hears of each preview of a step, drawn now or before
     * @param cancel asked between steps of sampling
     */
    Previews(
            PreviewPainter painter,
            Trainer trainer,
            RunFolder folder,
            int every,
            long steps,
            Consumer<Preview> drawn,
            ProgressListener progress,
            CancelToken cancel) {
        this.painter = painter;
        this.trainer = trainer;
        this.folder = folder;
        this.every = every;
        this.steps = steps;
        this.drawn = drawn;
        this.progress = progress;
        this.cancel = cancel;
    }

    @Override
    public void begins(long step, Probed probed) {
        draw(step, step == 0);
    }

    @Override
    public void stepped(StepReport report) {
        draw(report.step(), true);
    }

    @Override
    public void previewAsked(long step) {
        drawAll(step, true);
    }

    /**
     * @param tellOld whether previews that are there already are told of
     */
    private void draw(long step, boolean tellOld) {
        if (every != 0 && (step % every == 0 || step == steps)) {
            drawAll(step, tellOld);
        }
    }

    private void drawAll(long step, boolean tellOld) {
        List<PreviewPrompt> prompts = painter.prompts();
        for (int number = 0; number < prompts.size(); number++) {
            Path file = folder.preview(step, number);
            boolean there = Files.exists(file);
            if ((there || draw(step, number, file)) && (!there || tellOld)) {
                drawn.accept(new Preview(step, number, prompts.get(number), painter.side(), file));
            }
        }
        progress.progressed(Progress.of(STAGE, prompts.size(), prompts.size(), "preview"));
    }

    private boolean draw(long step, int number, Path file) {
        cancel.check();
        progress.progressed(Progress.of(STAGE, number, painter.prompts().size(), "preview"));
        try {
            folder.previews();
            return trainer.withResult(() -> {
                painter.draw(number, step, file, progress, cancel);
                return Boolean.TRUE;
            });
        } catch (CancelledException e) {
            throw e;
        } catch (AtelierException e) {
            progress.noticed(
                    "Preview %d after step %d is missing, and training goes on: %s"
                            .formatted(number, step, e.getMessage()));
            return false;
        }
    }
}
