package atelier.service.training;

import atelier.model.AtelierException;
import atelier.service.page.Html;
import atelier.service.page.InlinePicture;
import atelier.service.page.Page;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import atelier.service.training.RunNumbers.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The page of a run: where it stands, its curves, its previews, what it was trained by, and what
 * lies in its folder. It needs no other file and no network.
 */
final class RunPage {

    private static final int LONGEST_SIDE = 320;

    private final TrainingJob job;
    private final List<PreviewPrompt> prompts;
    private final PictureReader reader;
    private final Map<Path, String> small = new HashMap<>();

    /**
     * @param prompts of the previews, in their order; none where there are none
     */
    RunPage(TrainingJob job, List<PreviewPrompt> prompts, PictureReader reader) {
        this.job = job;
        this.prompts = List.copyOf(prompts);
        this.reader = reader;
    }

    /**
     * Writes it anew.
     *
     * @throws AtelierException if it cannot be written
     */
    void write(RunNumbers numbers) {
        String trigger = job.order().trigger();
        Page.write(
                job.folder().page(),
                trigger + " · training",
                Page.resource(RunPage.class, "run.css"),
                html -> {
                    header(html, numbers);
                    stats(html, numbers);
                    curves(html);
                    previews(html, numbers);
                    settings(html);
                    files(html, numbers);
                });
    }

    private void header(Html html, RunNumbers numbers) {
        boolean done = numbers.done() == numbers.steps();
        html.add(
                "<header><h1>%s <span class=\"chip %s\">%s</span></h1><p class=\"quiet\">%s · %d pictures%s</p></header>",
                job.order().trigger(),
                done ? "good" : "warning",
                done ? "✓ all %,d steps".formatted(numbers.steps()) : place(numbers),
                String.valueOf(job.checkpoint().path().toAbsolutePath().normalize().getFileName()),
                job.pictures().size(),
                job.heldBack().isEmpty() ? "" : " · %d held back".formatted(job.heldBack().size()));
    }

    private static String place(RunNumbers numbers) {
        return String.format(Locale.ROOT, "step %,d of %,d", numbers.done(), numbers.steps());
    }

    private static void stats(Html html, RunNumbers numbers) {
        Series probe = numbers.probe();
        html.raw("<section class=\"card stats\">");
        stat(html, place(numbers), "done so far");
        stat(html, "%.4f".formatted(numbers.smoothed().last()), "loss, smoothed");
        if (!probe.isEmpty()) {
            int lowest = 0;
            for (int i = 1; i < probe.values().length; i++) {
                lowest = probe.values()[i] < probe.values()[lowest] ? i : lowest;
            }
            stat(
                    html,
                    String.format(Locale.ROOT, "%.4f", probe.values()[lowest]),
                    String.format(
                            Locale.ROOT,
                            "lowest probe, after step %,.0f; it was %.4f before",
                            probe.steps()[lowest],
                            probe.values()[0]));
        }
        double seconds =
                Arrays.stream(numbers.each(StepReport::seconds).values()).average().orElseThrow();
        stat(html, String.format(Locale.ROOT, "%.2f s", seconds), "per step on average");
        html.raw("</section>");
    }

    private static void stat(Html html, String number, String text) {
        html.add("<div><b>%s</b><span>%s</span></div>", number, text);
    }

    private void curves(Html html) {
        html.add(
                "<section class=\"card\"><h2>Curves</h2><img class=\"curves\" alt=\"Loss, probe, learning rate and speed\" src=\"%s\"></section>",
                InlinePicture.address("png", bytes(job.folder().curves())));
    }

    private void previews(Html html, RunNumbers numbers) {
        List<Long> steps = RunListing.previewSteps(job.folder(), numbers.done());
        if (steps.isEmpty() || prompts.isEmpty()) {
            return;
        }
        html.raw(
                "<section class=\"card\"><h2>Previews</h2><div class=\"strip\"><table><thead><tr><th></th>");
        for (long step : steps) {
            html.add("<th>%s</th>", step == 0 ? "before" : String.format(Locale.ROOT, "%,d", step));
        }
        html.raw("</tr></thead><tbody>");
        for (int number = 0; number < prompts.size(); number++) {
            PreviewPrompt prompt = prompts.get(number);
            html.add("<tr><th>%s", prompt.text().isEmpty() ? "(no words)" : prompt.text());
            html.raw(
                    prompt.leakCheck()
                            ? "<span class=\"quiet\">without the trigger: the subject should not be seen</span></th>"
                            : "</th>");
            for (long step : steps) {
                cell(html, job.folder().preview(step, number));
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div></section>");
    }

    private void cell(Html html, Path file) {
        if (!Files.exists(file)) {
            html.raw("<td><i class=\"missing\"></i></td>");
            return;
        }
        html.add(
                "<td><a href=\"%s\"><img loading=\"lazy\" alt=\"\" src=\"%s\"></a></td>",
                "previews/" + file.getFileName(),
                small.computeIfAbsent(
                        file,
                        f ->
                                InlinePicture.address(
                                        "jpeg",
                                        InlinePicture.small(reader.read(f), LONGEST_SIDE))));
    }

    private void settings(Html html) {
        html.raw("<section class=\"card\"><h2>Settings</h2><dl>");
        PlanSettings.of(job.plan())
                .forEach((name, value) ->
                        html.add(
                                "<div><dt>%s</dt><dd>%s</dd></div>",
                                name, SettingValues.text(value)));
        html.raw("</dl></section>");
    }

    private void files(Html html, RunNumbers numbers) {
        SortedSet<String> names = new TreeSet<>(RunListing.files(job.folder()));
        if (numbers.done() == numbers.steps()) {
            // It is written next.
            names.add(job.result().getFileName().toString());
        }
        html.raw("<section class=\"card\"><h2>Files</h2><ul>");
        for (String name : names) {
            html.add("<li><a href=\"%s\">%s</a></li>", RunListing.address(name), name);
        }
        html.raw("</ul></section>");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
