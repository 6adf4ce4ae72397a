package atelier.ui.review;

import atelier.model.review.PictureDifference;
import atelier.service.review.DifferenceMap;
import atelier.service.review.HeatColours;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What the colours of a difference mean, and how large it is. */
final class HeatLegend extends HBox {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 10;

    private final Texts texts;
    private final Label least = new Label();
    private final Label most = new Label();
    private final Label amounts = new Label();

    HeatLegend(Texts texts) {
        super(8);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        int[] colours = new int[WIDTH * HEIGHT];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = HeatColours.of((double) (i % WIDTH) / (WIDTH - 1));
        }
        ImageView bar = new ImageView(Thumbnails.image(WIDTH, HEIGHT, colours));
        for (Label label : new Label[] {least, most, amounts}) {
            label.getStyleClass().addAll("quiet", "small-text");
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(least, bar, most, amounts);
    }

    /** Tells of a difference; null while it is not known. */
    void show(@Nullable PictureDifference difference) {
        least.setText(texts.say("review.alike"));
        most.setText(texts.say("review.differs", DifferenceMap.BRIGHTEST));
        amounts.setText(
                difference == null
                        ? ""
                        : texts.say(
                                "review.difference-is", difference.mean(), difference.largest()));
    }
}
