package atelier.service.review.analysis;

import atelier.model.review.FeatureShare;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.page.Html;
import atelier.service.page.InlinePicture;
import atelier.service.page.Page;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An analysis as a page that needs no other file and no network: what was seen over all, and a
 * sheet of the pictures, where what sets a picture apart from the others is marked.
 */
final class AnalysisPage {

    private static final int SIDE = 256;
    private static final String UNLIKE = "≠ ";

    /** Share from which on a value is plain to be seen. */
    private static final double PLAIN = 0.5;

    private static final double PERCENT = 100;

    private final SubjectAnalysis analysis;
    private final Path pictures;
    private final PictureReader reader;

    /**
     * @param pictures the folder that holds them
     */
    AnalysisPage(SubjectAnalysis analysis, Path pictures, PictureReader reader) {
        this.analysis = analysis;
        this.pictures = pictures;
        this.reader = reader;
    }

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written, or a picture cannot be read
     */
    void write(Path file) {
        String title =
                analysis.subject().isBlank()
                        ? String.valueOf(pictures.getFileName())
                        : analysis.subject();
        Page.write(
                file,
                title + " · features",
                Page.resource(AnalysisPage.class, "analysis.css"),
                html -> {
                    html.add(
                            "<header><h1>%s</h1><p class=\"quiet\">%d pictures, seen by CLIP · %s unlike most of the pictures</p></header>",
                            title, analysis.pictures().size(), UNLIKE.strip());
                    html.add(
                            "<section class=\"card\"><h2>Suggested training prompt</h2><p class=\"prompt\">%s</p></section>",
                            analysis.prompt());
                    overall(html);
                    html.raw("<section class=\"pictures\">");
                    analysis.pictures().forEach(picture -> picture(html, picture));
                    html.raw("</section>");
                });
    }

    private void overall(Html html) {
        html.raw("<section class=\"card\"><h2>Over all pictures</h2><table class=\"features\">");
        for (SeenFeatures one : analysis.overall()) {
            html.add("<tr><th scope=\"row\">%s</th>", one.category());
            for (FeatureShare share : one.best()) {
                html.add(
                        "<td><i style=\"width:%.0f%%\"></i><b>%s</b> <span>%s</span></td>",
                        PERCENT * share.share(), share.value(), percent(share));
            }
            html.raw("</tr>");
        }
        html.raw("</table></section>");
    }

    private static String percent(FeatureShare share) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * share.share());
    }

    private void picture(Html html, PictureFeatures picture) {
        html.add(
                "<figure class=\"card\"><img loading=\"lazy\" alt=\"%s\" src=\"%s\"><figcaption><h3>%s</h3><ul>",
                picture.name(),
                InlinePicture.address(
                        "jpeg",
                        InlinePicture.small(reader.read(pictures.resolve(picture.name())), SIDE)),
                picture.name());
        for (int i = 0; i < picture.features().size(); i++) {
            FeatureShare surest = picture.features().get(i).shares().getFirst();
            boolean apart = isApart(i, surest);
            html.add(
                    "<li class=\"%s\"><span class=\"quiet\">%s</span><b>%s%s</b><span class=\"quiet\">%s</span></li>",
                    apart ? "apart" : "usual",
                    analysis.lists().categories().get(i).name(),
                    apart ? UNLIKE : "",
                    surest.value(),
                    percent(surest));
        }
        html.raw("</ul></figcaption></figure>");
    }

    /**
     * Whether a picture plainly shows something else than most do of what belongs to the subject.
     */
    private boolean isApart(int category, FeatureShare surest) {
        FeatureShare most = analysis.overall().get(category).shares().getFirst();
        return analysis.lists().categories().get(category).ofSubject()
                && most.share() >= PLAIN
                && surest.share() >= PLAIN
                && !most.value().equals(surest.value());
    }
}
