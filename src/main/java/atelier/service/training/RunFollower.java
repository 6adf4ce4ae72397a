package atelier.service.training;

import atelier.model.training.RunNews;
import atelier.model.training.RunPreview;
import atelier.model.training.RunPrompt;
import atelier.model.training.TrainedStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run by what it writes into its folder, whoever trains it; each look reads what was
 * added. It waits for the disk; one look at a time.
 */
public final class RunFollower {

    private final RunFolder folder;
    private final MetricsTail metrics;
    private @Nullable Plan plan;
    private @Nullable SmoothedLoss smoothed;

    /** What stays the same of a run. */
    private record Plan(long steps, Map<String, String> settings, List<RunPrompt> prompts) {

        static Plan of(PlanFile file) {
            Map<String, String> settings = file.sets();
            return new Plan(
                    Long.parseLong(settings.getOrDefault("steps", "1")),
                    settings,
                    PreviewPrompt.of(
                                    settings.getOrDefault("previewPrompts", ""),
                                    file.trigger(),
                                    file.pictures().stream()
                                            .filter(picture -> !picture.regularisation())
                                            .map(PlannedPicture::caption)
                                            .toList())
                            .stream()
                            .map(prompt -> new RunPrompt(prompt.text(), prompt.leakCheck()))
                            .toList());
        }
    }

    /**
     * @param run the run's folder; it need not be there yet
     */
    public RunFollower(Path run) {
        this.folder = new RunFolder(run);
        this.metrics = new MetricsTail(folder.metrics());
    }

    /**
     * Looks at it.
     *
     * @throws atelier.model.AtelierException if it cannot be read, or is of a newer version
     */
    public RunNews look() {
        if (!Files.exists(folder.plan())) {
            return RunNews.NOTHING;
        }
        if (plan == null) {
            plan = Plan.of(PlanFile.read(folder.plan()));
        }
        MetricsTail.Added added = metrics.read();
        if (added.anew() || smoothed == null) {
            smoothed = new SmoothedLoss(plan.steps());
        }
        return new RunNews(
                added.anew(),
                trained(added.reports(), smoothed),
                BaselineFile.read(folder.baseline()).probe(),
                plan.settings(),
                plan.prompts(),
                previews(plan.prompts().size()),
                folder.checkpoints().found());
    }

    private static List<TrainedStep> trained(List<StepReport> reports, SmoothedLoss smoothed) {
        return reports.stream()
                .map(report ->
                        new TrainedStep(
                                report.step(),
                                report.loss(),
                                smoothed.add(report.loss()),
                                report.learningRate(),
                                report.seconds(),
                                report.probe()))
                .toList();
    }

    private List<RunPreview> previews(int prompts) {
        List<RunPreview> previews = new ArrayList<>();
        for (long step : RunListing.previewSteps(folder, Long.MAX_VALUE)) {
            for (int prompt = 0; prompt < prompts; prompt++) {
                Path file = folder.preview(step, prompt);
                if (Files.exists(file)) {
                    previews.add(new RunPreview(step, prompt, file));
                }
            }
        }
        return previews;
    }
}
