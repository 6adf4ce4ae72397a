package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.Cell;
import atelier.model.review.QualityBand;
import atelier.service.review.Comparisons;
import atelier.service.storage.PictureReader;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import atelier.ui.work.Background;
import atelier.ui.work.Toolkit;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** A cell of the grid as it is made, measured and rated. */
class CellViewTest {

    private static final double SIDE = 108;
    private static final Cell CELL = Comparisons.small().cells().getFirst();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static CellLook look(@Nullable Path file, @Nullable QualityBand band, int stars) {
        Double score = band == null ? null : 0.7;
        return new CellLook(
                CELL, file, null, false, score, band, null, "copy", stars, false, false);
    }

    private static void show(CellView view, CellLook look) {
        view.show(look, "a cat", SIDE, SIDE, 512);
        view.getParent().applyCss();
        view.getParent().layout();
    }

    private static CellView view() {
        CellView view =
                new CellView(
                        new Thumbnails(
                                new Background(_ -> {}, Runnable::run), new PictureReader(), 1),
                        new Texts(Language.ENGLISH),
                        new Zoom());
        new Scene(new Pane(view), 300, 300)
                .getStylesheets()
                .add("data:text/css,.waiting{-fx-border-color:grey;-fx-border-width:1;}");
        return view;
    }

    @Test
    void whatIsMeasuredLaterHasItsDotToo() {
        Toolkit.call(() -> {
            CellView view = view();
            show(view, look(null, null, 0));
            show(view, look(Path.of("made.png"), null, 0));
            assertThat(view.lookup(".score-dot")).isNull();
            show(view, look(Path.of("made.png"), QualityBand.GOOD, 0));
            assertThat(view.lookup(".score-dot.good")).isNotNull();
            assertThat(view.lookup(".score-dot").isVisible()).isTrue();
            show(view, look(Path.of("made.png"), QualityBand.FAIR, 0));
            assertThat(view.lookup(".score-dot.good")).isNull();
            assertThat(view.lookup(".score-dot.fair")).isNotNull();
            return view;
        });
    }

    @Test
    void whatIsShownAgainIsNotStyledAgain() {
        int[] changes = {0};
        Toolkit.call(() -> {
            CellView view = view();
            show(view, look(null, null, 0));
            view.getStyleClass().addListener((ListChangeListener<String>) _ -> changes[0]++);
            show(view, look(null, null, 0));
            assertThat(changes[0]).isZero();
            show(view, look(Path.of("made.png"), null, 0));
            assertThat(changes[0]).as("it waits no more").isEqualTo(1);
            return view;
        });
    }

    @Test
    void itIsAsLargeAsTheGridHasItWithItsEdgeOrWithout() {
        Toolkit.call(() -> {
            CellView view = view();
            show(view, look(null, null, 0));
            assertThat(view.getInsets().getLeft()).isEqualTo(1);
            assertThat(view.getWidth()).isEqualTo(SIDE);
            assertThat(view.getHeight()).isEqualTo(SIDE);
            show(view, look(Path.of("made.png"), null, 0));
            assertThat(view.getWidth()).isEqualTo(SIDE);
            return view;
        });
    }

    @Test
    void starsAreSeenOnWhatIsMade() {
        Toolkit.call(() -> {
            CellView view = view();
            show(view, look(null, null, 3));
            assertThat(isSeen(view, "3")).isFalse();
            show(view, look(Path.of("made.png"), null, 3));
            assertThat(isSeen(view, "3")).isTrue();
            show(view, look(Path.of("made.png"), null, 0));
            assertThat(isSeen(view, "0")).isFalse();
            return view;
        });
    }

    private static boolean isSeen(CellView view, String words) {
        return view.lookupAll(".badge").stream()
                .filter(Node::isVisible)
                .anyMatch(node -> ((Label) node).getText().equals(words));
    }
}
