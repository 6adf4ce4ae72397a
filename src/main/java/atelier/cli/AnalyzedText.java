package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.review.AnalysisResult;
import atelier.model.review.FeatureShare;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SeenFeatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What was seen in pictures, in words and as facts. */
final class AnalyzedText {

    private static final double PERCENT = 100;

    private AnalyzedText() {}

    /** Each picture, then all of them. */
    static void show(JobOutput output, AnalysisResult result) {
        result.analysis().pictures().forEach(picture -> show(output, picture));
        List<SeenFeatures> overall = result.analysis().overall();
        Table table = new Table(Amounts.of(result.analysis().pictures().size(), "picture"));
        overall.forEach(one -> table.row(one.category(), words(one)));
        table.row("prompt", TerminalText.oneLine(result.analysis().prompt()));
        table.row("file", result.file().toString());
        table.row("page", result.page().toString());
        output.result(
                "analyzed",
                Facts.of("pictures", result.analysis().pictures().size())
                        .and("features", facts(overall))
                        .and("prompt", result.analysis().prompt())
                        .and("file", result.file())
                        .and("page", result.page()),
                table.text());
    }

    private static void show(JobOutput output, PictureFeatures picture) {
        output.result(
                "seen",
                Facts.of("picture", picture.name()).and("features", facts(picture.features())),
                TerminalText.oneLine(
                        picture.name()
                                + ": "
                                + picture.features().stream()
                                        .map(one -> one.shares().getFirst().value())
                                        .collect(Collectors.joining(", "))));
    }

    private static String words(SeenFeatures seen) {
        return seen.best().stream()
                .map(one ->
                        String.format(
                                Locale.ROOT, "%s %.0f %%", one.value(), PERCENT * one.share()))
                .collect(Collectors.joining(", "));
    }

    private static SequencedMap<String, List<FeatureShare>> facts(List<SeenFeatures> all) {
        SequencedMap<String, List<FeatureShare>> facts = new LinkedHashMap<>();
        all.forEach(one -> facts.put(one.category(), one.best()));
        return facts;
    }
}
