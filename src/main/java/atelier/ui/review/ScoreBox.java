package atelier.ui.review;

import atelier.model.review.ComparisonScores;
import atelier.ui.component.Choices;
import atelier.ui.text.Texts;
import java.util.List;
import javafx.scene.control.ComboBox;

/** The choice of the number that cells show; it is gone where nothing was measured. */
final class ScoreBox {

    private ScoreBox() {}

    /** Makes a box that choice. */
    static void begin(ComboBox<ScoreChoice> box, CellsModel cells, Texts texts) {
        boolean[] filling = {false};
        Choices.show(box, choice -> texts.say("review.show-score", texts.say(choice.key())));
        Runnable fill =
                () -> {
                    OpenComparison open = cells.open().get();
                    ComparisonScores scores = open == null ? null : open.scores();
                    List<ScoreChoice> all = scores == null ? List.of() : ScoreChoice.of(scores);
                    // A box drops its choice while its list changes.
                    filling[0] = true;
                    box.getItems().setAll(all);
                    box.setValue(all.contains(cells.score().get()) ? cells.score().get() : null);
                    filling[0] = false;
                    box.setVisible(!all.isEmpty());
                    box.setManaged(!all.isEmpty());
                };
        cells.open().subscribe(fill);
        texts.language().subscribe(fill);
        box.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling[0] && now != null) {
                        cells.score().set(now);
                    }
                });
    }
}
