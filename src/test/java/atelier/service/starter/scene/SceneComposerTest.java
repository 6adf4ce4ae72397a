package atelier.service.starter.scene;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FacePoint;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenes: what is told of their faces is what is in them. */
class SceneComposerTest {

    private static final int PAINTED = 96;
    private static final SceneSettings SETTINGS = new SceneSettings(128, 10, 80, 3);

    private static List<CutOut> people;
    private static List<BufferedImage> places;

    @BeforeAll
    static void paint() {
        Painter painter = new Painter();
        SamplePortraits row = new SamplePortraits(11);
        people = new ArrayList<>();
        places = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            SamplePortrait sample = row.at(i);
            people.add(CutOut.paint(painter, sample, PAINTED));
            places.add(painter.paintPlace(sample.portrait(), sample.seed(), PAINTED));
        }
    }

    private static Scene compose(long seed) {
        return new SceneComposer(people, places, SETTINGS).compose(seed);
    }

    private static int[] pixels(BufferedImage picture) {
        int side = picture.getWidth();
        return picture.getRGB(0, 0, side, side, null, 0, side);
    }

    @Test
    void aCutOutHoldsThePersonAndKnowsItsFace() {
        CutOut cutOut = people.getFirst();
        SamplePortrait sample = new SamplePortraits(11).at(0);
        assertThat(pixels(cutOut.picture()))
                .isEqualTo(
                        pixels(
                                new Painter()
                                        .paint(sample.portrait(), sample.seed(), PAINTED)
                                        .picture()));
        FaceBox box = cutOut.face().box();
        float[] shares = CutOut.shares(cutOut.argb());
        for (FacePoint mark : cutOut.face().landmarks().points()) {
            assertThat(mark.x()).isBetween(box.left(), box.right());
            assertThat(mark.y()).isBetween(box.top(), box.bottom());
            int at = (int) Math.round(mark.y()) * PAINTED + (int) Math.round(mark.x());
            assertThat(shares[at]).isEqualTo(1);
        }
        assertThat(shares[0]).isZero();
        assertThat(cutOut.person().getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void aPlaceIsThePictureWithoutThePerson() {
        for (int i = 0; i < people.size(); i++) {
            float[] shares = CutOut.shares(people.get(i).argb());
            int[] with = pixels(people.get(i).picture());
            int[] without = pixels(places.get(i));
            int other = 0;
            for (int at = 0; at < with.length; at++) {
                if (shares[at] == 0) {
                    assertThat(without[at]).isEqualTo(with[at]);
                } else {
                    other += without[at] == with[at] ? 0 : 1;
                }
            }
            assertThat(other).isGreaterThan(1000);
        }
    }

    @Test
    void theSameSeedComposesTheSame() {
        assertThat(pixels(compose(5).picture())).isEqualTo(pixels(compose(5).picture()));
        assertThat(compose(5).faces()).isEqualTo(compose(5).faces());
        assertThat(pixels(compose(5).picture())).isNotEqualTo(pixels(compose(6).picture()));
    }

    @Test
    void facesAreOfAllSizesAndNumbersAndNeverHidden() {
        int[] scenes = new int[4];
        double least = 1000;
        double most = 0;
        int atTheBorder = 0;
        for (int seed = 0; seed < 150; seed++) {
            List<DetectedFace> faces = compose(seed).faces();
            scenes[faces.size()]++;
            for (DetectedFace face : faces) {
                FaceBox box = face.box();
                least = Math.min(least, box.width());
                most = Math.max(most, box.width());
                double inside = box.common(new FaceBox(-0.5, -0.5, 128, 128)) / box.area();
                assertThat(inside).isGreaterThanOrEqualTo(0.6);
                atTheBorder += inside < 0.98 ? 1 : 0;
                faces.stream()
                        .filter(other -> other != face)
                        .forEach(other -> assertThat(other.box().overlap(box)).isLessThan(0.05));
            }
        }
        assertThat(Arrays.stream(scenes)).allMatch(count -> count > 5);
        assertThat(least).isBetween(9.0, 14.0);
        assertThat(most).isGreaterThan(70);
        assertThat(atTheBorder).isGreaterThan(10);
    }

    /** What is seen at the marks is what some portrait has at its marks. */
    @Test
    void aFaceLiesWhereItIsTold() {
        int checked = 0;
        for (int seed = 0; seed < 200; seed++) {
            Scene scene = compose(seed);
            if (scene.faces().size() != 1 || scene.faces().getFirst().box().width() < 40) {
                continue;
            }
            DetectedFace face = scene.faces().getFirst();
            double best = Double.POSITIVE_INFINITY;
            for (CutOut cutOut : people) {
                best = Math.min(best, difference(scene, face, cutOut));
            }
            assertThat(best).as("seed %d", seed).isLessThan(30);
            checked++;
        }
        assertThat(checked).isGreaterThan(10);
    }

    /** Of the colours at the marks and between them. */
    private static double difference(Scene scene, DetectedFace face, CutOut cutOut) {
        List<FacePoint> here = between(face.landmarks().points());
        List<FacePoint> there = between(cutOut.face().landmarks().points());
        double sum = 0;
        int count = 0;
        for (int i = 0; i < here.size(); i++) {
            int x = (int) Math.round(here.get(i).x());
            int y = (int) Math.round(here.get(i).y());
            if (x >= 0 && y >= 0 && x < 128 && y < 128) {
                int one = scene.picture().getRGB(x, y);
                int other =
                        cutOut.argb()[
                                (int) Math.round(there.get(i).y()) * PAINTED
                                        + (int) Math.round(there.get(i).x())];
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one >> shift & 0xff) - (other >> shift & 0xff));
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static List<FacePoint> between(List<FacePoint> marks) {
        List<FacePoint> all = new ArrayList<>();
        for (FacePoint one : marks) {
            for (FacePoint other : marks) {
                all.add(new FacePoint((one.x() + other.x()) / 2, (one.y() + other.y()) / 2));
            }
        }
        return all;
    }
}
