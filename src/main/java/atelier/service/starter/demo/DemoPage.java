package atelier.service.starter.demo;

import atelier.service.page.Html;
import atelier.service.page.InlinePicture;
import atelier.service.page.Page;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The report of a demonstration as a page that needs no other file and no network. */
final class DemoPage {

    private static final int LONGEST_SIDE = 256;
    private static final double PERCENT = 100;

    private final DemoResult result;
    private final PictureReader reader;

    DemoPage(DemoResult result, PictureReader reader) {
        this.result = result;
        this.reader = reader;
    }

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    void write() {
        Page.write(
                result.page(),
                result.trigger() + " · from pictures to an adapter",
                Page.resource(DemoPage.class, "demo.css"),
                html -> {
                    header(html);
                    scores(html);
                    html.raw("<section class=\"card\"><h2>Asked for by name</h2>");
                    pairs(html, DemoImages::prompt, DemoImages::base, DemoImages::adapted);
                    html.raw(
                            "</section><section class=\"card\"><h2>The same without the name <span class=\"quiet\">what was learned should not show here</span></h2>");
                    pairs(
                            html,
                            DemoImages::plain,
                            DemoImages::baseWithout,
                            DemoImages::adaptedWithout);
                    html.raw("</section>");
                    strip(html, "Never trained on", result.references());
                    strip(html, "Trained on", result.pictures());
                    curves(html);
                    files(html);
                });
    }

    private void header(Html html) {
        Verdict verdict = Verdict.of(result.scores());
        html.add(
                "<header><h1>%s <span class=\"chip %s\">%s</span></h1><p class=\"quiet\">An adapter of %,d steps on %d pictures; training took %s, %d images %s.</p></header>",
                result.trigger(),
                verdict.look(),
                verdict.words(),
                result.training().plan().steps(),
                result.pictures().size(),
                time(result.seconds().training()),
                result.images().stream().flatMap(DemoImages::all).count(),
                time(result.seconds().images()));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : "%d min %d s".formatted(whole / 60, whole % 60);
    }

    private void scores(Html html) {
        html.add(
                "<section class=\"card\"><h2>How near the images come to %d pictures that training never saw</h2><div class=\"scores\">",
                result.references().size());
        result.scores().forEach(score -> score(html, score));
        html.raw(
                "</div><p class=\"quiet\">Mean cosine to the unseen pictures; they themselves reach the ceiling among each other. Leak is the gain without the name over the gain with it.</p></section>");
    }

    private static void score(Html html, LikenessScore score) {
        html.add("<div class=\"score\"><h3>%s</h3><div class=\"bars\">", score.name());
        bar(html, "without the adapter", score.base(), score, "base");
        bar(html, "with it", score.adapted(), score, "adapted");
        bar(html, "ceiling", score.ceiling(), score, "ceiling");
        html.add(
                "</div><p><b>%s</b> of the way, at least %s is asked for · leak <b>%s</b>, at most %s</p></div>",
                percent(score.way()),
                percent(Verdict.LEAST_WAY),
                number(score.leak()),
                number(Verdict.MOST_LEAK));
    }

    private static void bar(
            Html html, String name, double value, LikenessScore score, String look) {
        double most = Math.max(score.ceiling(), score.adapted());
        html.add(
                "<span>%s</span><i><b class=\"%s\" style=\"width:%.1f%%\"></b></i><em>%s</em>",
                name,
                look,
                PERCENT * Math.clamp(value / most, 0, 1),
                String.format(Locale.ROOT, "%.3f", value));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void pairs(
            Html html,
            Function<DemoImages, String> prompt,
            Function<DemoImages, List<Path>> left,
            Function<DemoImages, List<Path>> right) {
        html.raw("<div class=\"pairs\"><h3>without the adapter</h3><h3>with it</h3></div>");
        for (DemoImages images : result.images()) {
            html.add("<p class=\"prompt\">%s</p><div class=\"pairs\">", prompt.apply(images));
            for (List<Path> side : List.of(left.apply(images), right.apply(images))) {
                html.raw("<div class=\"side\">");
                side.forEach(file -> picture(html, file));
                html.raw("</div>");
            }
            html.raw("</div>");
        }
    }

    private void strip(Html html, String title, List<Path> files) {
        html.add("<section class=\"card\"><h2>%s</h2><div class=\"strip\">", title);
        files.forEach(file -> picture(html, file));
        html.raw("</div></section>");
    }

    private void picture(Html html, Path file) {
        html.add(
                "<img alt=\"%s\" src=\"%s\">",
                String.valueOf(file.getFileName()),
                InlinePicture.address(
                        "jpeg", InlinePicture.small(reader.read(file), LONGEST_SIDE)));
    }

    private void curves(Html html) {
        Path curves = result.run().resolve("curves.png");
        try {
            html.add(
                    "<section class=\"card\"><h2>The training</h2><img class=\"curves\" alt=\"Loss, learning rate and speed\" src=\"%s\"></section>",
                    InlinePicture.address("png", Files.readAllBytes(curves)));
        } catch (IOException e) {
            throw FileFailures.reading(curves, e);
        }
    }

    private void files(Html html) {
        html.add(
                "<section class=\"card\"><h2>Files</h2><ul><li>%s</li><li>%s</li><li>%s</li></ul></section>",
                result.training().adapter(), result.run(), result.picture());
    }
}
