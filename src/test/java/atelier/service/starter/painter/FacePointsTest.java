package atelier.service.starter.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import atelier.model.starter.Accessory;
import atelier.model.starter.Expression;
import atelier.model.starter.EyeColour;
import atelier.model.starter.EyeShape;
import atelier.model.starter.FaceShape;
import atelier.model.starter.FacialHair;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.MouthShape;
import atelier.model.starter.NoseShape;
import atelier.model.starter.Portrait;
import atelier.service.starter.painter.FacePoints.Point;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The points lie on the features, found by what changes where a feature is changed. */
class FacePointsTest {

    private static final int SIZE = 256;

    private final Painter painter = new Painter();

    static LongStream seeds() {
        return LongStream.range(0, 16);
    }

    /** A random portrait whose face nothing covers. */
    private static Portrait portrait(long seed) {
        return new PortraitSampler()
                .draw(seed)
                .with(
                        EyeShape.ROUND,
                        Expression.CALM,
                        FacialHair.NONE,
                        Accessory.NONE,
                        Headwear.NONE,
                        HairStyle.SHORT);
    }

    private static BiPredicate<Integer, Integer> near(Point point, double distance) {
        return (x, y) -> Math.hypot(x + 0.5 - point.x(), y + 0.5 - point.y()) < distance;
    }

    private BufferedImage picture(Portrait portrait, long seed) {
        return painter.paint(portrait, seed, SIZE).picture();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theyLieWithinThePersonAndInOrder(long seed) {
        PaintedPortrait painted = painter.paint(new PortraitSampler().draw(seed), seed, SIZE);
        FacePoints points = painted.points();
        for (Point point :
                List.of(
                        points.leftEye(),
                        points.rightEye(),
                        points.nose(),
                        points.leftMouth(),
                        points.rightMouth())) {
            int level = painted.mask().getRGB((int) point.x(), (int) point.y()) & 255;
            assertThat(level).as("mask at %s", point).isEqualTo(255);
        }
        assertThat(points.leftEye().x()).isLessThan(points.rightEye().x());
        assertThat(points.leftMouth().x()).isLessThan(points.rightMouth().x());
        assertThat(points.nose().y())
                .isBetween(
                        Math.min(points.leftEye().y(), points.rightEye().y()),
                        Math.max(points.leftMouth().y(), points.rightMouth().y()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEyesAreWhereAnotherEyeColourIsSeen(long seed) {
        Portrait portrait = portrait(seed);
        FacePoints points = painter.paint(portrait, seed, SIZE).points();
        Difference difference =
                Difference.between(
                        picture(portrait.with(EyeColour.BLUE), seed),
                        picture(portrait.with(EyeColour.AMBER), seed));
        double apart =
                Math.hypot(
                        points.rightEye().x() - points.leftEye().x(),
                        points.rightEye().y() - points.leftEye().y());
        for (Point eye : List.of(points.leftEye(), points.rightEye())) {
            BiPredicate<Integer, Integer> around = near(eye, apart / 2);
            assertThat(difference.share(around)).isBetween(0.4, 0.6);
            assertThat(difference.middleX(around)).isCloseTo(eye.x(), offset(0.1 * apart));
            assertThat(difference.middleY(around)).isCloseTo(eye.y(), offset(0.1 * apart));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNoseIsWhereAnotherNoseIsSeen(long seed) {
        Portrait portrait = portrait(seed);
        FacePoints points = painter.paint(portrait, seed, SIZE).points();
        Difference difference =
                Difference.between(
                        picture(portrait.with(NoseShape.BUTTON), seed),
                        picture(portrait.with(NoseShape.BROAD), seed));
        double apart = points.rightEye().x() - points.leftEye().x();
        assertThat(difference.share(near(points.nose(), 0.7 * apart))).isGreaterThan(0.95);
        assertThat(difference.middleX((x, y) -> true))
                .isCloseTo(points.nose().x(), offset(0.15 * apart));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCornersOfTheMouthAreWhereItEnds(long seed) {
        Portrait portrait = portrait(seed);
        Portrait wide = portrait.with(MouthShape.WIDE);
        Portrait small = portrait.with(MouthShape.SMALL);
        FacePoints ends = painter.paint(wide, seed, SIZE).points();
        FacePoints inner = painter.paint(small, seed, SIZE).points();
        Difference difference = Difference.between(picture(wide, seed), picture(small, seed));
        double width = ends.rightMouth().x() - ends.leftMouth().x();
        assertThat(
                        difference.share(near(ends.leftMouth(), 0.6 * width))
                                + difference.share(near(ends.rightMouth(), 0.6 * width)))
                .isGreaterThan(0.9);
        for (Point corner : List.of(ends.leftMouth(), ends.rightMouth())) {
            assertThat(difference.sum(near(corner, 0.12 * width))).isPositive();
        }
        double left = Math.min(ends.leftMouth().x(), ends.rightMouth().x());
        assertThat(difference.share((x, y) -> x < left - 0.15 * width)).isLessThan(0.01);
        assertThat(inner.rightMouth().x() - inner.leftMouth().x()).isLessThan(0.6 * width);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFaceHoldsThemAndEndsWhereTheHeadDoes(long seed) {
        Portrait portrait = portrait(seed).with(FaceShape.OVAL);
        FacePoints points = painter.points(portrait, seed, SIZE);
        Rectangle2D face = painter.face(portrait, seed, SIZE);
        for (Point point :
                List.of(
                        points.leftEye(),
                        points.rightEye(),
                        points.nose(),
                        points.leftMouth(),
                        points.rightMouth())) {
            assertThat(face.contains(point.x(), point.y())).isTrue();
        }
        // A longer chin moves the lower edge alone.
        Rectangle2D longer = painter.face(portrait.with(FaceShape.LONG), seed, SIZE);
        assertThat(longer.getMaxY()).isGreaterThan(face.getMaxY() + 3);
        assertThat(longer.getMinY()).isCloseTo(face.getMinY(), offset(3.0));
        assertThat(longer.getWidth()).isLessThan(face.getWidth());
        assertThat(painter.face(portrait, seed, SIZE / 2).getWidth())
                .isCloseTo(face.getWidth() / 2, offset(1e-6));
    }
}
