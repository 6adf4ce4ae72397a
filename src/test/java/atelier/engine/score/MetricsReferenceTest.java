package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.clip.PicturePixels;
import atelier.reference.Reference;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Against scikit-image, Pillow and CLIPImageProcessor. */
class MetricsReferenceTest {

    private static final Reference REFERENCE = Reference.of("metrics");
    private static final Reference.Tensors TENSORS = REFERENCE.tensors("tensors.safetensors");
    private static final double CLOSE = 1e-5;
    private static final int SIDE = 224;

    private static Stream<JsonNode> rows(String group) {
        return StreamSupport.stream(
                REFERENCE.manifest().get(group).get("rows").spliterator(), false);
    }

    @TestFactory
    Stream<DynamicTest> similarityAndNoise() {
        return rows("ssim_psnr")
                .map(row ->
                        DynamicTest.dynamicTest(
                                "pair "
                                        + row.get("pair").asInt()
                                        + ", "
                                        + row.get("kind").asString(),
                                () -> assertPair(row)));
    }

    private static void assertPair(JsonNode row) {
        String name = "pair" + row.get("pair").asInt();
        int height = Math.toIntExact(TENSORS.shape(name + "/a_u8").get(0));
        int width = Math.toIntExact(TENSORS.shape(name + "/a_u8").get(1));
        int colours = Math.toIntExact(TENSORS.shape(name + "/a_u8").get(2));
        double[][] one = planes(TENSORS.floats(name + "/a_u8"), colours);
        double[][] other = planes(TENSORS.floats(name + "/b_u8"), colours);
        StructuralSimilarity similarity = new StructuralSimilarity(width, height);
        assertThat(similarity.of(one, other)).isEqualTo(row.get("ssim").asDouble(), within(CLOSE));
        assertThat(PeakSignalToNoise.of(one, other))
                .isEqualTo(row.get("psnr").asDouble(), within(CLOSE * 100));
        float[] map = new float[one[0].length * colours];
        for (int colour = 0; colour < colours; colour++) {
            double[] plane = similarity.map(one[colour], other[colour]);
            for (int i = 0; i < plane.length; i++) {
                map[i * colours + colour] = (float) plane[i];
            }
        }
        TENSORS.assertClose(name + "/ssim_map", map);
        if (row.has("ssim_luma_601")) {
            assertThat(
                            similarity.of(
                                    Planes.brightness(pixels(TENSORS.floats(name + "/a_u8"))),
                                    Planes.brightness(pixels(TENSORS.floats(name + "/b_u8")))))
                    .isEqualTo(row.get("ssim_luma_601").asDouble(), within(CLOSE));
            assertThat(Planes.colours(pixels(TENSORS.floats(name + "/a_u8")))).isDeepEqualTo(one);
        }
    }

    private static double[][] planes(float[] values, int colours) {
        double[][] planes = new double[colours][values.length / colours];
        for (int i = 0; i < values.length; i++) {
            planes[i % colours][i / colours] = values[i] / 255.0;
        }
        return planes;
    }

    private static int[] pixels(float[] values) {
        int[] pixels = new int[values.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    (int) values[3 * i] << 16
                            | (int) values[3 * i + 1] << 8
                            | (int) values[3 * i + 2];
        }
        return pixels;
    }

    @TestFactory
    Stream<DynamicTest> clipPictures() {
        return rows("clip_image")
                .map(row ->
                        DynamicTest.dynamicTest(
                                "picture " + row.get("id").asInt(), () -> assertPicture(row)));
    }

    private static void assertPicture(JsonNode row) {
        String name = "clip" + row.get("id").asInt();
        int[] square =
                CentreCrop.of(
                        pixels(TENSORS.floats(name + "/image_u8")),
                        row.get("width").asInt(),
                        row.get("height").asInt(),
                        SIDE,
                        SIDE);
        int[] want = pixels(TENSORS.floats(name + "/crop_u8"));
        int worst = 0;
        for (int i = 0; i < want.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                worst =
                        Math.max(
                                worst,
                                Math.abs((square[i] >> shift & 0xff) - (want[i] >> shift & 0xff)));
            }
        }
        assertThat(worst).as("grey levels").isLessThanOrEqualTo(1);
        float[] values = PicturePixels.normalized(square);
        float[] sample = TENSORS.floats(name + "/pixel_values_sample");
        int marks = Math.toIntExact(TENSORS.shape(name + "/pixel_values_sample").get(1));
        for (int i = 0; i < sample.length; i++) {
            int colour = i / (marks * marks);
            int y = i / marks % marks * (SIDE / marks);
            int x = i % marks * (SIDE / marks);
            assertThat(values[(colour * SIDE + y) * SIDE + x]).isEqualTo(sample[i], within(0.02f));
        }
    }

    @Test
    void equalPicturesAreAsAlikeAsCanBe() {
        double[][] plane = {new double[400]};
        Arrays.setAll(plane[0], i -> i % 7 / 7.0);
        assertThat(new StructuralSimilarity(20, 20).of(plane, plane)).isEqualTo(1, within(1e-12));
        assertThat(PeakSignalToNoise.of(plane, plane)).isInfinite().isPositive();
    }

    @Test
    void picturesSmallerThanTheWindowAreNoneToCompare() {
        assertThatThrownBy(() -> new StructuralSimilarity(10, 40))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
