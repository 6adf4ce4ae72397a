package atelier.model.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The best adapter is not said to lead where the plain model shows the subject better. */
class ComparisonScoresTest {

    private static ColumnScore of(String model, long step, @Nullable Double quality) {
        Column column =
                step == 0
                        ? Column.BASELINE
                        : new Column(
                                new ComparedAdapter(
                                        "step " + step, Path.of("a.safetensors"), null, step),
                                1);
        return new ColumnScore(
                model, column, 4, Map.of(), Map.of(), quality, null, List.of(), List.of());
    }

    private static ComparisonScores scores(ColumnScore... columns) {
        return new ComparisonScores(List.of(), Map.of(), 4, Map.of(), List.of(columns), List.of());
    }

    @Test
    void thePlainModelIsNeverTheBestButMayScoreHigher() {
        ColumnScore adapter = of("tiny", 1, 0.5);
        ComparisonScores scores = scores(of("tiny", 0, 0.6), of("tiny", 2, 0.4), adapter);
        assertThat(scores.best()).contains(adapter);
        assertThat(scores.isBelowPlain(adapter)).isTrue();
    }

    @Test
    void onlyThePlainModelOfTheSameBaseCounts() {
        ColumnScore adapter = of("tiny", 1, 0.5);
        assertThat(scores(of("tiny", 0, 0.5), of("other", 0, 0.9), adapter).isBelowPlain(adapter))
                .isFalse();
    }

    @Test
    void aPlainModelThatWasNotMeasuredIsNotHigher() {
        ColumnScore adapter = of("tiny", 1, 0.5);
        assertThat(scores(of("tiny", 0, null), adapter).isBelowPlain(adapter)).isFalse();
    }
}
