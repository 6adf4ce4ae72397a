package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What training will get of a dataset, one object a picture: for programs. */
final class PreparedJson {

    private PreparedJson() {}

    static void show(JobOutput output, DatasetReport report, @Nullable Path page) {
        report.pictures().forEach(picture -> output.result("picture", facts(picture), ""));
        for (LeftOut left : report.leftOut()) {
            output.result(
                    "leftOut",
                    Facts.of("file", left.file())
                            .and("reason", left.reason())
                            .and("copyOf", left.copyOf()),
                    "");
        }
        output.result(
                "prepared",
                Facts.of("ready", report.obstacles().isEmpty())
                        .and("obstacles", report.obstacles())
                        .and("notes", report.notes())
                        .and("pictures", report.pictures().size())
                        .and("toLookAt", report.toLookAt())
                        .and("leftOut", report.leftOut().size())
                        .and("cropped", report.cropped())
                        .and("meanLoss", report.meanLoss())
                        .and("enlarged", report.enlarged())
                        .and("mostEnlarged", report.mostEnlarged())
                        .and("shown", report.shown())
                        .and("buckets", report.buckets())
                        .and("tags", report.tags())
                        .and("report", page),
                "");
    }

    private static Facts facts(PictureReport report) {
        var picture = report.picture();
        return Facts.of("file", picture.file())
                .and("name", report.name())
                .and("width", picture.width())
                .and("height", picture.height())
                .and("sha256", picture.sha256())
                .and("caption", picture.caption())
                .and("captionFile", picture.captionFile())
                .and("repeats", picture.subset().repeats())
                .and("regularisation", picture.subset().regularisation())
                .and("bucket", List.of(report.framing().width(), report.framing().height()))
                .and("crop", report.crop())
                .and("scale", report.scale())
                .and("kept", report.framing().kept())
                .and("findings", report.findings().stream().map(PreparedJson::finding).toList())
                .and("measures", picture.measures());
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", finding.kind());
        facts.put("badge", finding.badge());
        facts.put("sentence", finding.sentence());
        facts.put("figures", finding);
        return facts;
    }
}
