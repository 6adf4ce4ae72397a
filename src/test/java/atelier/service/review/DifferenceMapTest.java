package atelier.service.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.PictureDifference;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Differences by hand, and by the published values of Oklab. */
class DifferenceMapTest {

    private static BufferedImage picture(int... rgb) {
        BufferedImage picture = new BufferedImage(rgb.length, 1, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < rgb.length; x++) {
            picture.setRGB(x, 0, rgb[x]);
        }
        return picture;
    }

    @Test
    void coloursAreWhereOklabHasThem() {
        // Ottosson's own values for the primaries of sRGB.
        assertThat(Oklab.of(0xff0000)).containsExactly(of(0.628, 0.2249, 0.1258), within(2e-4));
        assertThat(Oklab.of(0x00ff00)).containsExactly(of(0.8664, -0.2339, 0.1795), within(2e-4));
        assertThat(Oklab.of(0x0000ff)).containsExactly(of(0.452, -0.0325, -0.3115), within(2e-4));
        assertThat(Oklab.of(0xffffff)).containsExactly(of(1, 0, 0), within(2e-4));
    }

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void whatIsAlikeIsDarkAndBlackOnWhiteIsTheLargest() {
        PictureDifference difference =
                DifferenceMap.between(
                        picture(0x123456, 0x000000, 0x808080),
                        picture(0x123456, 0xffffff, 0x808080));
        assertThat(difference.rgb()).containsExactly(0x000004, 0xfcfdbf, 0x000004);
        assertThat(difference.largest()).isCloseTo(1, within(1e-3));
        assertThat(difference.mean()).isCloseTo(1 / 3.0, within(1e-3));
    }

    @Test
    void brighterMeansMoreAlsoWithoutColours() {
        double before = -1;
        for (int i = 0; i <= 100; i++) {
            double lightness = Oklab.of(HeatColours.of(i / 100.0))[0];
            assertThat(lightness).isGreaterThan(before);
            before = lightness;
        }
        assertThat(HeatColours.of(7)).isEqualTo(HeatColours.of(1));
    }

    @Test
    void anotherSizeIsBroughtToTheFirst() {
        PictureDifference difference = DifferenceMap.between(grey(8), grey(16));
        assertThat(difference.width()).isEqualTo(8);
        assertThat(difference.largest()).isCloseTo(0, within(1e-2));
    }

    private static BufferedImage grey(int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            picture.setRGB(i % side, i / side, 0x404040);
        }
        return picture;
    }
}
