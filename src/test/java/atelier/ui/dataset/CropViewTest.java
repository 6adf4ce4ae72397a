package atelier.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is laid over a picture of 200 × 100 that is shown in 284 × 142 of 300 × 200 points. */
@ExtendWith(ApplicationExtension.class)
class CropViewTest {

    private static final double TIGHT = 1e-6;

    private final CropView view = new CropView();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(view, 300, 200));
        stage.show();
    }

    /** White at the left, black at the right. */
    private static Image halves() {
        WritableImage image = new WritableImage(100, 50);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 100; x++) {
                image.getPixelWriter().setColor(x, y, x < 50 ? Color.WHITE : Color.BLACK);
            }
        }
        return image;
    }

    @Test
    void facesLieWhereThePictureShowsThem(FxRobot robot) {
        FaceBox box = new FaceBox(20, 10, 40, 60);
        DetectedFace face =
                new DetectedFace(
                        box, FaceLandmarks.of(Stream.generate(box::middle).limit(5).toList()), 0.9);
        robot.interact(() -> {
            view.show(halves(), 200, null);
            view.lay(null, List.of(face));
            view.layout();
        });
        Rectangle frame = (Rectangle) view.lookup(".face-frame");
        assertThat(frame.getX()).isEqualTo(8 + 20 * 1.42, within(TIGHT));
        assertThat(frame.getY()).isEqualTo(29 + 10 * 1.42, within(TIGHT));
        assertThat(frame.getWidth()).isEqualTo(40 * 1.42, within(TIGHT));
        assertThat(frame.getHeight()).isEqualTo(60 * 1.42, within(TIGHT));
        assertThat(view.lookupAll(".face-mark"))
                .hasSize(5)
                .allSatisfy(mark -> {
                    assertThat(((Circle) mark).getCenterX())
                            .isEqualTo(8 + 40 * 1.42, within(TIGHT));
                    assertThat(((Circle) mark).getCenterY())
                            .isEqualTo(29 + 40 * 1.42, within(TIGHT));
                });
        robot.interact(() -> view.lay(null, List.of()));
        assertThat(view.lookup(".face-frame")).isNull();
    }

    @Test
    void aMaskTintsTheSubjectAndNothingElse(FxRobot robot) {
        robot.interact(() -> {
            Image tint = MaskTint.of(halves());
            // 0.55 of 255.
            assertThat(tint.getPixelReader().getArgb(10, 10)).isEqualTo(0x8c2ee6a6);
            assertThat(tint.getPixelReader().getArgb(90, 10) >>> 24).isZero();
        });
    }
}
