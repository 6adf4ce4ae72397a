package atelier.ui.review;

import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Contender;
import atelier.model.review.QualityWeights;
import atelier.service.review.score.ScoreService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What was measured of the open comparison, weighed as the user likes. */
final class ScoresModel {

    private final ReadOnlyObjectWrapper<@Nullable ComparisonScores> scores =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<QualityWeights> weights;
    private final ObjectProperty<@Nullable Contender> chosen = new SimpleObjectProperty<>();
    private @Nullable OpenComparison measured;
    private @Nullable OpenComparison open;
    private final Runnable changed;

    /**
     * @param first how much each measure counts at first
     * @param keep hears how much each is to count from now on
     * @param changed called when that has changed what is shown
     */
    ScoresModel(QualityWeights first, Consumer<QualityWeights> keep, Runnable changed) {
        this.changed = changed;
        weights = new SimpleObjectProperty<>(first);
        weights.subscribe((_, now) -> {
            keep.accept(now);
            weigh();
            this.changed.run();
        });
    }

    /** Shows what was measured of a comparison. */
    void show(@Nullable OpenComparison now) {
        if (now == null || !now.isSame(open)) {
            chosen.set(null);
        }
        open = now;
        measured = now;
        weigh();
    }

    private void weigh() {
        OpenComparison now = measured;
        ComparisonScores first = now == null ? null : now.scores();
        // Who measured may have weighed otherwise.
        scores.set(
                now == null || first == null
                        ? null
                        : ScoreService.weighed(first, now.cells(), weights.get()));
    }

    /** The columns of the base model that the best one is on, the plain model first. */
    List<ColumnScore> columns() {
        ComparisonScores now = scores.get();
        if (now == null) {
            return List.of();
        }
        String model =
                now.best()
                        .or(() -> now.columns().stream().findFirst())
                        .map(ColumnScore::model)
                        .orElse("");
        return now.columns().stream().filter(score -> score.model().equals(model)).toList();
    }

    /**
     * The columns that make a curve: the plain model, then the checkpoints that tell their steps,
     * all at the strength of the best; empty where there are not two of them.
     */
    List<ColumnScore> curve() {
        ComparisonScores now = scores.get();
        double strength =
                now == null ? 0 : now.best().map(best -> best.column().strength()).orElse(0.0);
        List<ColumnScore> points =
                columns().stream()
                        .filter(score ->
                                score.column().isBaseline()
                                        || (score.column().strength() == strength
                                                && score.column().step() > 0))
                        .sorted(Comparator.comparingLong(score -> score.column().step()))
                        .toList();
        long steps = points.stream().map(score -> score.column().step()).distinct().count();
        return steps == points.size() && points.size() > 2 ? points : List.of();
    }

    /** Who is looked at: the one chosen, else the best; empty where nobody is known. */
    Optional<ColumnScore> leader() {
        ComparisonScores now = scores.get();
        Contender wanted = chosen.get();
        if (now == null) {
            return Optional.empty();
        }
        return wanted == null ? now.best() : of(wanted);
    }

    /** Whether the plain model scores higher than that one. */
    boolean isBelowPlain(ColumnScore score) {
        ComparisonScores now = scores.get();
        return now != null && now.isBelowPlain(score);
    }

    /** What was measured of a contender. */
    Optional<ColumnScore> of(Contender contender) {
        ComparisonScores now = scores.get();
        return now == null
                ? Optional.empty()
                : now.columns().stream()
                        .filter(score -> contender(score).equals(contender))
                        .findFirst();
    }

    /** Whose scores they are. */
    static Contender contender(ColumnScore score) {
        return new Contender(score.model(), score.column());
    }

    /** What was measured; null for nothing. */
    ReadOnlyObjectProperty<@Nullable ComparisonScores> scores() {
        return scores.getReadOnlyProperty();
    }

    /** How much each measure counts. */
    ObjectProperty<QualityWeights> weights() {
        return weights;
    }

    /** Who is looked at in place of the best; null for nobody. */
    ObjectProperty<@Nullable Contender> chosen() {
        return chosen;
    }
}
