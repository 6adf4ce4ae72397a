package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Alignment and warps against the reference cases. */
class FaceAlignmentReferenceTest {

    private static final Reference REFERENCE = Reference.of("metrics");
    private static final Reference.Tensors TENSORS = REFERENCE.tensors("tensors.safetensors");
    private static final JsonNode ALIGN = REFERENCE.manifest().get("align");
    private static final int BLACK = 0;
    private static final double LEVEL = 0.01;

    @TestFactory
    Stream<DynamicTest> similaritiesAndCrops() {
        return StreamSupport.stream(ALIGN.get("rows").spliterator(), false)
                .map(row ->
                        DynamicTest.dynamicTest(
                                "face " + row.get("id").asInt(), () -> assertFace(row)));
    }

    private static void assertFace(JsonNode row) {
        String name = "align" + row.get("id").asInt();
        FaceLandmarks marks = marks(name + "/landmarks_f64");
        FaceAlignment large = FaceAlignment.of(marks, FaceTemplate.FFHQ, 512);
        assertMatrix(name + "/matrix_512_f64", large.toSquare());
        assertThat(large.toSquare().scale())
                .isEqualTo(row.get("scale_512").asDouble(), within(1e-8));
        assertThat(Math.atan2(large.toSquare().b(), large.toSquare().a()))
                .isEqualTo(row.get("rotation_512").asDouble(), within(1e-8));
        int side = Math.toIntExact(TENSORS.shape(name + "/crop_96").getFirst());
        FaceAlignment small = FaceAlignment.of(marks, FaceTemplate.FFHQ, side);
        assertMatrix(name + "/matrix_96_f64", small.toSquare());
        assertCrop(
                name + "/crop_96", FaceWarp.cut(picture(name + "/image_u8"), small, BLACK), side);
    }

    private static FaceLandmarks marks(String name) {
        double[] numbers = TENSORS.doubles(name);
        List<FacePoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new FacePoint(numbers[i], numbers[i + 1]));
        }
        return FaceLandmarks.of(points);
    }

    private static Bitmap picture(String name) {
        int height = Math.toIntExact(TENSORS.shape(name).get(0));
        int width = Math.toIntExact(TENSORS.shape(name).get(1));
        float[] levels = TENSORS.floats(name);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] =
                    0xff000000
                            | (int) levels[3 * i] << 16
                            | (int) levels[3 * i + 1] << 8
                            | (int) levels[3 * i + 2];
        }
        return new Bitmap(width, height, argb);
    }

    private static void assertMatrix(String name, Similarity found) {
        double[] want = TENSORS.doubles(name);
        double[] got = {
            found.a(), -found.b(), found.right(), found.b(), found.a(), found.down(), 0, 0, 1
        };
        double largest = 0;
        for (double number : want) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < want.length; i++) {
            assertThat(got[i]).as(name + " " + i).isEqualTo(want[i], within(1e-8 * largest));
        }
    }

    /** The reference has channels last. */
    private static void assertCrop(String name, float[] planes, int side) {
        float[] want = TENSORS.floats(name);
        double worst = 0;
        for (int i = 0; i < side * side; i++) {
            for (int channel = 0; channel < 3; channel++) {
                worst =
                        Math.max(
                                worst,
                                Math.abs(
                                        planes[channel * side * side + i] - want[3 * i + channel]));
            }
        }
        assertThat(worst).as(name).isLessThan(LEVEL);
    }

    @Test
    void theTemplateIsTheReferences() {
        JsonNode template = ALIGN.get("template_512");
        List<FacePoint> points = FaceTemplate.FFHQ.points(512);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).x()).isEqualTo(template.get(i).get(0).asDouble());
            assertThat(points.get(i).y()).isEqualTo(template.get(i).get(1).asDouble());
        }
    }
}
