package atelier.service.starter.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.degradation.Reduction.Filter;
import atelier.service.starter.painter.Painter;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each degradation does what it says, and what is drawn is within the bounds and in any order. */
class DegradationsTest {

    private static final int SIDE = 64;
    private static final DegradationSettings WORST = new DegradationSettings(3, 5, 20, 30);

    private static BufferedImage painted;

    @BeforeAll
    static void paint() {
        SamplePortrait sample = new SamplePortraits(1).at(0);
        painted = new Painter().paint(sample.portrait(), sample.seed(), SIDE).picture();
    }

    private static BufferedImage grey(int level) {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, level * 0x010101);
        return Rgb.picture(pixels, SIDE);
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (int shift : Rgb.SHIFTS) {
                    double d =
                            Rgb.level(one.getRGB(x, y), shift)
                                    - Rgb.level(other.getRGB(x, y), shift);
                    sum += d * d;
                }
            }
        }
        return Math.sqrt(sum / (3 * SIDE * SIDE));
    }

    @Test
    void aBlurSpreadsAPointAsTheBellsOfBothDeviations() {
        BufferedImage point = grey(0);
        point.setRGB(32, 32, 0xff0000);
        BufferedImage blurred = new GaussianBlur(1, 2).of(point);
        double sumAcross = 0;
        double sumDown = 0;
        for (int i = -6; i <= 6; i++) {
            sumAcross += Math.abs(i) <= 3 ? Math.exp(-i * i / 2.0) : 0;
            sumDown += Math.exp(-i * i / 8.0);
        }
        for (int dy = -7; dy <= 7; dy++) {
            for (int dx = -7; dx <= 7; dx++) {
                boolean reached = Math.abs(dx) <= 3 && Math.abs(dy) <= 6;
                double expected =
                        reached
                                ? 255
                                        * Math.exp(-dx * dx / 2.0 - dy * dy / 8.0)
                                        / (sumAcross * sumDown)
                                : 0;
                int found = blurred.getRGB(32 + dx, 32 + dy) & 0xffffff;
                assertThat(found >> 16).isEqualTo((int) Math.round(expected));
                assertThat(found & 0xffff).isZero();
            }
        }
    }

    @Test
    void noBlurChangesNothingAndEvenPicturesStayAsTheyAre() {
        assertThat(Rgb.of(new GaussianBlur(0, 0).of(painted))).isEqualTo(Rgb.of(painted));
        assertThat(Rgb.of(new GaussianBlur(4, 2).of(grey(77)))).isEqualTo(Rgb.of(grey(77)));
    }

    @Test
    void noiseHasItsDeviationAndIsGreyWhereItShallBe() {
        BufferedImage even = grey(128);
        BufferedImage noisy = new Noise(12, false, 5).of(even);
        assertThat(difference(even, noisy)).isCloseTo(12, within(0.4));
        BufferedImage greyNoise = new Noise(12, true, 5).of(even);
        assertThat(difference(even, greyNoise)).isCloseTo(12, within(0.6));
        for (int pixel : Rgb.of(greyNoise)) {
            assertThat(Rgb.level(pixel, 16))
                    .isEqualTo(Rgb.level(pixel, 8))
                    .isEqualTo(Rgb.level(pixel, 0));
        }
        assertThat(Arrays.stream(Rgb.of(noisy)))
                .anyMatch(pixel -> Rgb.level(pixel, 16) != Rgb.level(pixel, 0));
        assertThat(Rgb.of(new Noise(12, false, 6).of(even))).isNotEqualTo(Rgb.of(noisy));
    }

    @Test
    void reductionLosesMoreTheSmallerThePictureBecame() {
        for (Filter filter : Filter.values()) {
            double half = difference(painted, new Reduction(2, filter, Filter.CUBIC).of(painted));
            double sixth = difference(painted, new Reduction(6, filter, Filter.CUBIC).of(painted));
            assertThat(half).isPositive();
            assertThat(sixth).isGreaterThan(1.3 * half);
        }
        assertThat(Rgb.of(new Reduction(3, Filter.AREA, Filter.LINEAR).of(grey(90))))
                .isEqualTo(Rgb.of(grey(90)));
    }

    @Test
    void compressionLosesMoreAtALowerQuality() {
        double good = difference(painted, new JpegCompression(95).of(painted));
        double bad = difference(painted, new JpegCompression(30).of(painted));
        assertThat(good).isBetween(0.1, 6.0);
        assertThat(bad).isGreaterThan(1.5 * good);
    }

    @Test
    void theSameSeedDrawsTheSameAndTheOrderChanges() {
        Degradations degradations = new Degradations(WORST);
        Set<List<Class<?>>> orders = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            List<Degradation> drawn = degradations.draw(seed);
            assertThat(drawn).isEqualTo(degradations.draw(seed));
            assertThat(drawn.getLast()).isInstanceOf(JpegCompression.class);
            orders.add(drawn.stream().<Class<?>>map(Object::getClass).toList());
        }
        assertThat(orders).hasSize(6);
        assertThat(Rgb.of(degradations.of(painted, 3)))
                .isEqualTo(Rgb.of(degradations.of(painted, 3)))
                .isNotEqualTo(Rgb.of(degradations.of(painted, 4)));
    }

    @Test
    void strengthsReachFromNearlyNoneToTheBounds() {
        Degradations degradations = new Degradations(WORST);
        double[] least = {9, 9, 99, 999};
        double[] most = new double[4];
        for (int seed = 0; seed < 300; seed++) {
            for (Degradation one : degradations.draw(seed)) {
                int place;
                double strength;
                switch (one) {
                    case GaussianBlur(double across, _) -> {
                        place = 0;
                        strength = across;
                    }
                    case Reduction(double factor, _, _) -> {
                        place = 1;
                        strength = factor;
                    }
                    case Noise(double deviation, _, _) -> {
                        place = 2;
                        strength = deviation;
                    }
                    case JpegCompression(int quality) -> {
                        place = 3;
                        strength = quality;
                    }
                }
                least[place] = Math.min(least[place], strength);
                most[place] = Math.max(most[place], strength);
            }
        }
        assertThat(least[0]).isBetween(0.0, 0.1);
        assertThat(most[0]).isBetween(2.9, 3.0);
        assertThat(least[1]).isBetween(1.0, 1.1);
        assertThat(most[1]).isBetween(4.9, 5.0);
        assertThat(least[2]).isBetween(0.0, 0.5);
        assertThat(most[2]).isBetween(19.5, 20.0);
        assertThat(least[3]).isBetween(30.0, 32.0);
        assertThat(most[3]).isBetween(93.0, 95.0);
    }

    @Test
    void boundsThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> new DegradationSettings(1, 0.5, 1, 50))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("reduction 0.5");
        assertThatThrownBy(() -> new DegradationSettings(1, 2, 1, 100))
                .isInstanceOf(AtelierException.class);
    }
}
