package atelier.service.dataset.sheet;

import atelier.model.adapter.TagCount;
import atelier.model.dataset.BucketCount;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.service.page.Html;
import atelier.service.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page with everything that a report says, each picture with its crop and badges. It needs no
 * other file and no network.
 */
public final class ContactSheet {

    private static final int MOST_TAGS = 60;

    private final DatasetReport report;
    private final Thumbnails thumbnails;
    private final Html html;

    private ContactSheet(DatasetReport report, Thumbnails thumbnails, Html html) {
        this.report = report;
        this.thumbnails = thumbnails;
        this.html = html;
    }

    /**
     * Writes the page.
     *
     * @throws atelier.model.AtelierException if it cannot be written; what was there is unchanged
     */
    public static void write(DatasetReport report, Thumbnails thumbnails, Path file) {
        Path folder = report.dataset().folder().toAbsolutePath().normalize();
        Page.write(
                file,
                folder.getFileName() + " · dataset",
                Page.resource(ContactSheet.class, "sheet.css"),
                html -> new ContactSheet(report, thumbnails, html).write(folder));
    }

    private void write(Path folder) {
        header(folder);
        summary();
        filters();
        html.raw("<main class=\"grid\" id=\"grid\">");
        Cards cards = new Cards(html, thumbnails);
        for (int i = 0; i < report.pictures().size(); i++) {
            cards.picture(i + 1, report.pictures().get(i));
        }
        report.leftOut().stream().filter(left -> left.copyOf() != null).forEach(cards::copy);
        html.raw("</main>");
        leftOut();
        html.raw("<script>");
        html.raw(Page.resource(ContactSheet.class, "sheet.js"));
        html.raw("</script>");
    }

    private void header(Path folder) {
        html.add(
                "<header><h1>%s</h1><p class=\"quiet\">%d pictures · %d need a look · %d left out</p><p class=\"quiet path\">%s</p></header>",
                String.valueOf(folder.getFileName()),
                report.pictures().size(),
                report.toLookAt(),
                report.leftOut().size(),
                folder);
        for (String obstacle : report.obstacles()) {
            html.add("<p class=\"notice danger\"><b>Not ready.</b> %s</p>", obstacle);
        }
        for (String note : report.notes()) {
            html.add("<p class=\"notice warning\"><b>Note.</b> %s</p>", note);
        }
    }

    private void summary() {
        boolean ready = report.obstacles().isEmpty();
        html.add(
                "<section class=\"card report\"><div class=\"facts\"><h2>What training will get <span class=\"chip %s\">%s</span></h2><div class=\"stats\">",
                ready ? "good" : "danger",
                "%s %d pictures, %d needed"
                        .formatted(ready ? "✓" : "✕", report.pictures().size(), Dataset.FEWEST));
        stat(
                report.cropped() + " cropped",
                "%d %% of area on average".formatted(Math.round(100 * report.meanLoss())));
        stat(
                report.enlarged() + " upscaled",
                report.enlarged() == 0
                        ? "none is too small"
                        : String.format(
                                Locale.ROOT,
                                "×%.2f at most, ×%.1f is the limit",
                                report.mostEnlarged(),
                                Finding.TooSmall.MOST));
        stat(report.leftOut().size() + " left out", "listed below with the reason");
        stat(report.shown() + " shown", "in each epoch, with repeats");
        html.raw("</div>");
        tags();
        html.raw("</div><div class=\"buckets\"><p class=\"quiet\">Buckets, width × height</p>");
        int most = report.buckets().stream().mapToInt(BucketCount::pictures).max().orElse(1);
        for (BucketCount bucket : report.buckets()) {
            html.add(
                    "<div class=\"bar\"><span>%d × %d</span><i><b style=\"width:%.1f%%\"></b></i><em>%d</em></div>",
                    bucket.width(),
                    bucket.height(),
                    100.0 * bucket.pictures() / most,
                    bucket.pictures());
        }
        html.raw("</div></section>");
    }

    private void stat(String number, String text) {
        html.add("<div><b>%s</b><span>%s</span></div>", number, text);
    }

    private void filters() {
        Map<String, Integer> kinds = new TreeMap<>();
        report.pictures()
                .forEach(picture ->
                        picture.findings()
                                .forEach(finding ->
                                        kinds.merge(Cards.kind(finding), 1, Integer::sum)));
        html.raw("<nav>");
        filter("all", "All", report.pictures().size(), "");
        filter("ready", "Ready", report.pictures().size() - report.toLookAt(), "");
        filter("look", "Needs a look", report.toLookAt(), "warning");
        kinds.forEach((kind, count) -> filter(kind, kind, count, ""));
        html.raw("</nav>");
    }

    private void filter(String key, String label, int count, String look) {
        html.add(
                "<button class=\"chip %s\" data-filter=\"%s\">%s <b>%d</b></button>",
                look, key, label, count);
    }

    private void leftOut() {
        if (report.leftOut().isEmpty()) {
            return;
        }
        html.add(
                "<section class=\"card\"><h2>Left out <span class=\"chip danger\">%d</span></h2><ul>",
                report.leftOut().size());
        for (LeftOut left : report.leftOut()) {
            html.add("<li>%s</li>", left.reason());
        }
        html.raw("</ul></section>");
    }

    private void tags() {
        List<TagCount> tags = report.tags();
        html.add(
                "<div class=\"tags\"><b>Tags in all captions</b> <span class=\"quiet\">%d different</span><br>",
                tags.size());
        tags.stream()
                .limit(MOST_TAGS)
                .forEach(tag ->
                        html.add(
                                "<span class=\"chip\">%s <b>%d</b></span> ",
                                tag.tag(), tag.count()));
        html.raw(tags.size() > MOST_TAGS ? "…</div>" : "</div>");
    }
}
