package atelier.service.starter.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import atelier.model.AtelierException;
import atelier.model.starter.Background;
import atelier.model.starter.ClothColour;
import atelier.model.starter.DrawingStyle;
import atelier.model.starter.HairColour;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.Portrait;
import atelier.model.starter.Trait;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static final int SIZE = 128;
    private static final int WHITE = 0xffffff;

    private final Painter painter = new Painter();
    private final PortraitSampler sampler = new PortraitSampler();

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private int[] picture(long seed) {
        return pixels(painter.paint(sampler.draw(seed), seed, SIZE).picture());
    }

    @Test
    void aPictureIsTheSameWheneverAndAfterWhateverItIsPainted() {
        List<int[]> forwards = LongStream.range(0, 12).mapToObj(this::picture).toList();
        for (int seed = 11; seed >= 0; seed--) {
            assertThat(picture(seed)).as("seed %d", seed).isEqualTo(forwards.get(seed));
        }
        List<int[]> atOnce = IntStream.range(0, 12).parallel().mapToObj(this::picture).toList();
        for (int seed = 0; seed < 12; seed++) {
            assertThat(atOnce.get(seed)).as("seed %d", seed).isEqualTo(forwards.get(seed));
        }
    }

    @Test
    void anotherSeedPlacesCloudsAndHousesElsewhere() {
        BufferedImage one = painter.paint(Sitters.PLAIN, 1, SIZE).picture();
        BufferedImage other = painter.paint(Sitters.PLAIN, 2, SIZE).picture();
        assertThat(Difference.between(one, other).mean()).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void theMaskIsWhiteWhereNothingOfTheBackgroundIsSeen(DrawingStyle style) {
        Portrait portrait = Sitters.PLAIN.with(style, Background.CITY);
        PaintedPortrait painted = painter.paint(portrait, 3, SIZE);
        int[] mask = pixels(painted.mask());
        int[] city = pixels(painted.picture());
        int[] room = pixels(painter.paint(portrait.with(Background.ROOM), 3, SIZE).picture());
        int[] dressed =
                pixels(
                        painter.paint(portrait.with(ClothColour.RED, HairColour.PINK), 3, SIZE)
                                .picture());
        int white = 0;
        int black = 0;
        for (int i = 0; i < mask.length; i++) {
            int level = mask[i] & WHITE;
            assertThat(level % 0x010101).as("grey").isZero();
            if (level == WHITE) {
                white++;
                assertThat(apart(room[i], city[i])).as("pixel %d", i).isLessThan(3);
            }
            if (level == 0) {
                black++;
                assertThat(apart(dressed[i], city[i])).as("pixel %d", i).isLessThan(3);
            }
        }
        assertThat(white).isGreaterThan(mask.length / 4);
        assertThat(black).isGreaterThan(mask.length / 3);
        assertThat(white + black).isGreaterThan(mask.length * 9 / 10);
    }

    /** The most that a colour of two pixels differs; white and black of a mask are rounded. */
    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 512})
    void everySizeShowsTheSame(int size) {
        PaintedPortrait large = painter.paint(Sitters.PLAIN, 5, size);
        assertThat(large.picture().getWidth()).isEqualTo(size);
        assertThat(large.mask().getHeight()).isEqualTo(size);
        BufferedImage reference = painter.paint(Sitters.PLAIN, 5, 32).picture();
        assertThat(Difference.between(reference, reduced(large.picture(), 32)).mean())
                .isLessThan(3.5);
        assertThat(large.points().nose().x() / size)
                .isCloseTo(
                        painter.paint(Sitters.PLAIN, 5, 32).points().nose().x() / 32, offset(1e-9));
    }

    private static BufferedImage reduced(BufferedImage picture, int size) {
        BufferedImage reduced = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        int block = picture.getWidth() / size;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int[] sums = new int[3];
                for (int i = 0; i < block * block; i++) {
                    int pixel = picture.getRGB(x * block + i % block, y * block + i / block);
                    for (int c = 0; c < 3; c++) {
                        sums[c] += pixel >> 8 * c & 255;
                    }
                }
                int area = block * block;
                reduced.setRGB(x, y, sums[2] / area << 16 | sums[1] / area << 8 | sums[0] / area);
            }
        }
        return reduced;
    }

    @Test
    void everyPortraitThatCanBeDrawnCanBePainted() {
        for (long seed = 100; seed < 220; seed++) {
            Portrait portrait = sampler.draw(seed);
            assertThat(painter.paint(portrait, seed, 32).picture().getWidth()).isEqualTo(32);
        }
    }

    @Test
    void evenWhatIsNeverDrawnCanBePainted() {
        for (Trait hat : Headwear.values()) {
            for (Trait hair : HairStyle.values()) {
                Portrait portrait = Sitters.PLAIN.with(hat, hair);
                assertThat(painter.paint(portrait, 0, 32).picture()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 513})
    void aSizeThatCannotBePaintedIsRefused(int size) {
        assertThatThrownBy(() -> painter.paint(Sitters.PLAIN, 0, size))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The size is %d, but pictures are painted from 32 to 512 pixels a side."
                                .formatted(size));
    }
}
