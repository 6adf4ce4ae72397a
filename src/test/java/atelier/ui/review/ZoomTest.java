package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** All pictures show the same part, or one of them alone does. */
class ZoomTest {

    private static final double CLOSE = 1e-9;

    private final Zoom zoom = new Zoom();

    @Test
    void thePlaceUnderThePointerStaysWhereItIs() {
        zoom.by("one", 0.25, 0.75, 2);
        zoom.by("one", 0.25, 0.75, 2);
        Rectangle2D part = zoom.part("other", 400, 200);
        assertThat(part.getWidth()).isCloseTo(100, within(CLOSE));
        assertThat(part.getHeight()).isCloseTo(50, within(CLOSE));
        assertThat(part.getMinX() + 0.25 * part.getWidth()).isCloseTo(100, within(CLOSE));
        assertThat(part.getMinY() + 0.75 * part.getHeight()).isCloseTo(150, within(CLOSE));
    }

    @Test
    void noPartLiesBeyondThePicture() {
        zoom.by("one", 0.5, 0.5, 4);
        zoom.pan("one", 5, -5);
        Rectangle2D part = zoom.part("one", 100, 100);
        assertThat(part.getMaxX()).isCloseTo(100, within(CLOSE));
        assertThat(part.getMinY()).isCloseTo(0, within(CLOSE));
        zoom.by("one", 0, 0, 1e-3);
        assertThat(zoom.isWhole()).isTrue();
        assertThat(zoom.part("one", 100, 100)).isEqualTo(new Rectangle2D(0, 0, 100, 100));
    }

    @Test
    void onePictureAloneIsZoomedWhereTheyAreNotTogether() {
        zoom.together().set(false);
        zoom.by("one", 0.5, 0.5, 2);
        assertThat(zoom.part("one", 100, 100).getWidth()).isCloseTo(50, within(CLOSE));
        assertThat(zoom.part("other", 100, 100).getWidth()).isEqualTo(100);
        zoom.by("other", 0.5, 0.5, 4);
        assertThat(zoom.part("other", 100, 100).getWidth()).isCloseTo(25, within(CLOSE));
        assertThat(zoom.part("one", 100, 100).getWidth()).isEqualTo(100);
    }
}
