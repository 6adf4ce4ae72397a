package atelier.ui.review;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Two pictures in turn at the same place, so that what differs moves. */
final class BlinkView extends StackPane {

    private static final Duration EACH = Duration.millis(700);

    private final PicturePane first;
    private final PicturePane second;
    private final Timeline turns = new Timeline(new KeyFrame(EACH, _ -> turn()));

    /**
     * @param on whether they take turns; what nobody sees need not
     */
    BlinkView(PicturePane first, PicturePane second, ObservableBooleanValue on) {
        this.first = first;
        this.second = second;
        setMinSize(0, 0);
        getChildren().addAll(first, second);
        second.setVisible(false);
        turns.setCycleCount(Animation.INDEFINITE);
        on.subscribe(blinks -> {
            if (blinks) {
                turns.play();
            } else {
                turns.stop();
            }
        });
    }

    /** Shows the other one. */
    void turn() {
        first.setVisible(second.isVisible());
        second.setVisible(!second.isVisible());
    }
}
