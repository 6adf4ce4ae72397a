package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.adapter.TagCount;
import atelier.model.dataset.BucketCount;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What training will get of a dataset, as tables: for people. */
final class PreparedText {

    private static final int WIDEST_BAR = 24;
    private static final int MOST_TAGS = 12;
    private static final int MOST_NAMES = 5;

    private PreparedText() {}

    static void show(JobOutput output, DatasetReport report, @Nullable Path page) {
        List<String> lines = new ArrayList<>();
        if (!report.pictures().isEmpty()) {
            lines.addAll(pictures(report));
            lines.add("");
        }
        looks(report, lines);
        leftOut(report, lines);
        report.notes().forEach(note -> lines.add(TerminalText.oneLine(note)));
        if (!report.notes().isEmpty()) {
            lines.add("");
        }
        summary(report, lines);
        if (page != null) {
            lines.add("page to look at: " + TerminalText.oneLine(page.toString()));
        }
        output.result("prepared", Facts.none(), String.join(System.lineSeparator(), lines));
    }

    private static List<String> pictures(DatasetReport report) {
        Columns columns = new Columns("picture", "size", "bucket", "keeps", "scale", "to look at");
        for (PictureReport picture : report.pictures()) {
            columns.row(
                    picture.name(),
                    "%d × %d".formatted(picture.picture().width(), picture.picture().height()),
                    "%d × %d".formatted(picture.framing().width(), picture.framing().height()),
                    Math.round(100 * picture.framing().kept()) + " %",
                    String.format(Locale.ROOT, "×%.2f", picture.scale()),
                    picture.findings().stream()
                            .map(Finding::badge)
                            .collect(Collectors.joining(", ")));
        }
        return columns.lines();
    }

    /** What holds for several pictures is said once. */
    private static void looks(DatasetReport report, List<String> lines) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (PictureReport picture : report.pictures()) {
            for (Finding finding : picture.findings()) {
                names.computeIfAbsent(finding.sentence(), sentence -> new ArrayList<>())
                        .add(picture.name());
            }
        }
        names.forEach((sentence, pictures) ->
                lines.add(TerminalText.oneLine(named(pictures) + ": " + sentence)));
        if (!names.isEmpty()) {
            lines.add("");
        }
    }

    private static String named(List<String> pictures) {
        String first = String.join(", ", pictures.stream().limit(MOST_NAMES).toList());
        return pictures.size() > MOST_NAMES
                ? "%s and %d more".formatted(first, pictures.size() - MOST_NAMES)
                : first;
    }

    private static void leftOut(DatasetReport report, List<String> lines) {
        if (!report.leftOut().isEmpty()) {
            lines.add("Left out:");
            for (LeftOut left : report.leftOut()) {
                lines.add("  " + TerminalText.oneLine(left.reason()));
            }
            lines.add("");
        }
    }

    private static void summary(DatasetReport report, List<String> lines) {
        int most = report.buckets().stream().mapToInt(BucketCount::pictures).max().orElse(1);
        for (BucketCount bucket : report.buckets()) {
            lines.add(
                    "%11s  %s %d"
                            .formatted(
                                    "%d × %d".formatted(bucket.width(), bucket.height()),
                                    "█".repeat(Math.ceilDiv(WIDEST_BAR * bucket.pictures(), most)),
                                    bucket.pictures()));
        }
        List<TagCount> tags = report.tags();
        if (!tags.isEmpty()) {
            lines.add(
                    "%s: %s%s"
                            .formatted(
                                    Amounts.of(tags.size(), "tag"),
                                    tags.stream()
                                            .limit(MOST_TAGS)
                                            .map(tag ->
                                                    "%s (%d)"
                                                            .formatted(
                                                                    TerminalText.oneLine(tag.tag()),
                                                                    tag.count()))
                                            .collect(Collectors.joining(", ")),
                                    tags.size() > MOST_TAGS ? " …" : ""));
        }
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s, %d shown an epoch; %d to look at, %d left out; %d cropped by %.0f %% on average; %d enlarged, ×%.2f at most",
                        Amounts.of(report.pictures().size(), "picture"),
                        report.shown(),
                        report.toLookAt(),
                        report.leftOut().size(),
                        report.cropped(),
                        100 * report.meanLoss(),
                        report.enlarged(),
                        report.mostEnlarged()));
    }
}
