package atelier.service.dataset.sheet;

import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureReport;
import atelier.model.dataset.SourceCrop;
import atelier.service.page.Html;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The pictures of a contact sheet, one card each. */
final class Cards {

    private static final int MOST_BADGES = 2;
    private static final double PERCENT = 100;

    private final Html html;
    private final Thumbnails thumbnails;

    Cards(Html html, Thumbnails thumbnails) {
        this.html = html;
        this.thumbnails = thumbnails;
    }

    /** In a word or two, the same for all findings of one kind. */
    static String kind(Finding finding) {
        return switch (finding) {
            case Finding.NoCaption none -> none.badge();
            case Finding.NoFace none -> none.badge();
            case Finding.SmallFace _ -> "Small face";
            case Finding.CutFace cut -> cut.badge();
            case Finding.SeveralFaces _ -> "Several faces";
            case Finding.TooSmall _ -> "Too small";
            case Finding.Blurred blurred -> blurred.badge();
            case Finding.ClippedShadows dark -> dark.badge();
            case Finding.ClippedHighlights bright -> bright.badge();
            case Finding.LowContrast flat -> flat.badge();
            case Finding.NearCopy _ -> "Near copy";
            case Finding.MuchCropped _ -> "Much cropped";
            case Finding.Transparent transparent -> transparent.badge();
        };
    }

    /** A picture that is trained on. */
    void picture(int number, PictureReport report) {
        html.add(
                "<article data-kinds=\"%s\"><div class=\"well\">",
                report.ready()
                        ? "ready"
                        : "look|"
                                + report.findings().stream()
                                        .map(Cards::kind)
                                        .collect(Collectors.joining("|")));
        frame(report);
        html.raw("<div class=\"badges\">");
        report.findings().stream()
                .limit(MOST_BADGES)
                .forEach(finding -> html.add("<span>%s</span>", finding.badge()));
        html.add(
                "</div><span class=\"size\">%d × %d</span><span class=\"number\">%02d</span></div>",
                report.framing().width(), report.framing().height(), number);
        facts(report);
        html.raw("</article>");
    }

    private void frame(PictureReport report) {
        int width = report.picture().width();
        int height = report.picture().height();
        SourceCrop crop = report.crop();
        html.add(
                "<div class=\"frame\" style=\"%s:100%%;aspect-ratio:%d/%d\"><img loading=\"lazy\" alt=\"\" src=\"%s\">",
                width >= height ? "width" : "height",
                width,
                height,
                thumbnails.address(report.picture().file()));
        html.add(
                "<i style=\"left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%\"></i></div>",
                PERCENT * crop.left() / width,
                PERCENT * crop.top() / height,
                PERCENT * crop.width() / width,
                PERCENT * crop.height() / height);
    }

    private void facts(PictureReport report) {
        html.add(
                "<div class=\"about\"><h3>%s</h3><p class=\"quiet\">%d × %d%s. Crop keeps %d %%, scaled ×%.2f%s.</p>",
                report.name(),
                report.picture().width(),
                report.picture().height(),
                report.ready() ? ", sharp, well lit" : "",
                Math.round(PERCENT * report.framing().kept()),
                report.scale(),
                report.picture().subset().repeats() > 1
                        ? ", %d times an epoch".formatted(report.picture().subset().repeats())
                        : "");
        if (!report.picture().caption().isEmpty()) {
            html.add("<p>%s</p>", report.picture().caption());
        }
        for (Finding finding : report.findings()) {
            html.add("<p class=\"finding\">%s</p>", finding.sentence());
        }
        html.raw("</div>");
    }

    /** A picture that is left out, as another shows the very same. */
    void copy(LeftOut left) {
        Path original = left.copyOf();
        if (original != null) {
            html.add(
                    "<article class=\"out\" data-kinds=\"out\"><div class=\"well\"><img loading=\"lazy\" alt=\"\" src=\"%s\"><div class=\"badges\"><span class=\"red\">Same as %s</span></div></div><div class=\"about\"><h3>%s</h3><p class=\"quiet\">Left out.</p></div></article>",
                    thumbnails.address(left.file()),
                    original.getFileName(),
                    left.file().getFileName());
        }
    }
}
