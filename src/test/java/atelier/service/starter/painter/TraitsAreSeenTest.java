package atelier.service.starter.painter;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.starter.Background;
import atelier.model.starter.FacialHair;
import atelier.model.starter.Framing;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each value of each attribute is seen, where it belongs and in a picture reduced eightfold. */
class TraitsAreSeenTest {

    private static final int SIZE = 256;
    private static final int CELL = 8;
    private static final long SEED = 9;

    /**
     * The difference that one value makes, in levels of one 8-pixel cell of the region at least.
     */
    private static final double LEVELS = 9;

    private static final List<String> FACE =
            List.of("eyeShape", "eyeColour", "brows", "nose", "mouth", "expression");
    private static final List<String> HEAD =
            List.of("faceShape", "skin", "facialHair", "hairStyle", "hairColour", "headwear");
    private static final List<String> CLOTHES = List.of("garment", "clothColour", "pattern");

    private final Painter painter = new Painter();

    @TestFactory
    Stream<DynamicTest> anyTwoValuesMakeTwoPicturesWhereTheAttributeBelongs() {
        return PortraitAttribute.ALL.stream()
                .map(attribute ->
                        DynamicTest.dynamicTest(attribute.name(), () -> requireSeen(attribute)));
    }

    private void requireSeen(PortraitAttribute attribute) {
        Portrait base = Sitters.PLAIN.with(Framing.BUST);
        List<BufferedImage> pictures =
                attribute.values().stream()
                        .map(value -> painter.paint(base.with(value), SEED, SIZE).picture())
                        .toList();
        BufferedImage mask = painter.paint(base, SEED, SIZE).mask();
        for (int i = 0; i < pictures.size(); i++) {
            for (int j = i + 1; j < pictures.size(); j++) {
                Difference difference = Difference.between(pictures.get(i), pictures.get(j));
                String pair = attribute.values().get(i) + " and " + attribute.values().get(j);
                assertThat(strongestCell(difference)).as(pair).isGreaterThan(LEVELS);
                assertThat(difference.share(region(attribute, mask)))
                        .as(pair)
                        .isGreaterThan(share(attribute));
            }
        }
    }

    /** Beards may hang down over the clothes, and long hair does. */
    private static double share(PortraitAttribute attribute) {
        if (attribute.name().equals("hairStyle")) {
            return 0.7;
        }
        return HEAD.contains(attribute.name()) ? 0.75 : 0.97;
    }

    /** How much the cell differs, as a whole, that differs most. */
    private static double strongestCell(Difference difference) {
        double[] sums = new double[SIZE / CELL * (SIZE / CELL)];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                sums[y / CELL * (SIZE / CELL) + x / CELL] += difference.levels()[y * SIZE + x];
            }
        }
        return DoubleStream.of(sums).max().orElseThrow() / (CELL * CELL);
    }

    private static BiPredicate<Integer, Integer> region(
            PortraitAttribute attribute, BufferedImage mask) {
        if (FACE.contains(attribute.name())) {
            return (x, y) -> y > 70 && y < 185 && x > 60 && x < 196;
        }
        if (HEAD.contains(attribute.name())) {
            return (x, y) -> y < 210;
        }
        if (CLOTHES.contains(attribute.name())) {
            return (x, y) -> y > 150;
        }
        if (attribute.name().equals("background")) {
            return (x, y) -> (mask.getRGB(x, y) & 255) < 255;
        }
        return (x, y) -> true;
    }

    @TestFactory
    Stream<DynamicTest> eachTraitIsSeenInTurnedHeadsAndEveryHand() {
        return Stream.of("turn", "style", "framing")
                .flatMap(name ->
                        PortraitAttribute.ALL.stream().filter(one -> one.name().equals(name)))
                .flatMap(attribute -> attribute.values().stream())
                .map(value -> DynamicTest.dynamicTest(value.words(), () -> requireFaceSeen(value)));
    }

    private void requireFaceSeen(Trait around) {
        Portrait base = Sitters.PLAIN.with(around, Background.PLAIN);
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            if (!HEAD.contains(attribute.name()) && !FACE.contains(attribute.name())) {
                continue;
            }
            Trait first = attribute.values().getFirst();
            BufferedImage one = painter.paint(base.with(first), SEED, SIZE).picture();
            for (Trait value : attribute.values()) {
                if (value != first && value != FacialHair.STUBBLE) {
                    BufferedImage other = painter.paint(base.with(value), SEED, SIZE).picture();
                    assertThat(strongestCell(Difference.between(one, other)))
                            .as("%s and %s", first, value)
                            .isGreaterThan(LEVELS);
                }
            }
        }
    }
}
