package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FacePoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Decoders on tensors whose answers were worked out by hand. */
class DecodersTest {

    private static final int SIDE = 64;
    private static final double CLOSE = 1e-4;

    /** Nothing is found on any grid of 64 pixels: 8, 4 and 2 cells a side. */
    private static Map<String, float[]> silentYuNet() {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        for (int stride : new int[] {8, 16, 32}) {
            int cells = SIDE / stride * (SIDE / stride);
            outputs.put("cls_" + stride, new float[cells]);
            outputs.put("obj_" + stride, new float[cells]);
            outputs.put("bbox_" + stride, new float[4 * cells]);
            outputs.put("kps_" + stride, new float[10 * cells]);
        }
        return outputs;
    }

    private static void put(float[] numbers, int from, double... values) {
        for (int i = 0; i < values.length; i++) {
            numbers[from + i] = (float) values[i];
        }
    }

    @Test
    void yuNetsCellTellsTheMiddleTheSizeAndTheMarks() {
        Map<String, float[]> outputs = silentYuNet();
        // Grid of 16 pixels: row 2, column 1 is cell 9.
        put(outputs.get("cls_16"), 9, 0.81);
        put(outputs.get("obj_16"), 9, 0.64);
        put(outputs.get("bbox_16"), 4 * 9, 0.25, -0.5, Math.log(1.5), Math.log(2));
        put(outputs.get("kps_16"), 10 * 9, 0, 0, 0.5, 0, 0.25, 0.25, 0, 0.5, 0.5, 0.75);
        List<DetectedFace> found = new YuNetDecoder().decode(outputs, SIDE);
        assertThat(found).hasSize(1);
        DetectedFace face = found.getFirst();
        assertThat(face.score()).isEqualTo(0.72, within(CLOSE));
        // Middle ((1 + 0.25) 16, (2 − 0.5) 16) = (20, 24), size 24 × 32.
        assertThat(face.box().left()).isEqualTo(8, within(CLOSE));
        assertThat(face.box().top()).isEqualTo(8, within(CLOSE));
        assertThat(face.box().width()).isEqualTo(24, within(CLOSE));
        assertThat(face.box().height()).isEqualTo(32, within(CLOSE));
        assertThat(face.landmarks().points())
                .containsExactly(
                        new FacePoint(16, 32),
                        new FacePoint(24, 32),
                        new FacePoint(20, 36),
                        new FacePoint(16, 40),
                        new FacePoint(24, 44));
    }

    @Test
    void yuNetsScoresAreCutToBetweenNoneAndAllAndTheUnsureAreLeftOut() {
        Map<String, float[]> outputs = silentYuNet();
        put(outputs.get("cls_8"), 0, 7, 0.59, 1, -3, Float.NaN);
        put(outputs.get("obj_8"), 0, 2, 0.59, 0.35, -3, 1);
        List<DetectedFace> found = new YuNetDecoder().decode(outputs, SIDE);
        assertThat(found).extracting(DetectedFace::score).containsExactly(1.0);
        assertThat(found.getFirst().box()).isEqualTo(new FaceBox(-4, -4, 8, 8));
    }

    @Test
    void yuNetTakesBlueFirstAsItIs() {
        assertThat(new YuNetDecoder().planes(new int[] {0xff102030, 0xff405060}))
                .containsExactly(0x30, 0x60, 0x20, 0x50, 0x10, 0x40);
    }

    @Test
    void aDetectorThatSaysTooLittleIsRefused() {
        Map<String, float[]> outputs = silentYuNet();
        outputs.put("bbox_32", new float[3]);
        assertThatThrownBy(() -> new YuNetDecoder().decode(outputs, SIDE))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The detector of faces says 3 numbers as bbox_32 where 16 belong: choose another file.");
    }

    private static SequencedMap<String, float[]> silentScrfd() {
        SequencedMap<String, float[]> outputs = new LinkedHashMap<>();
        for (int width : new int[] {1, 4, 10}) {
            for (int stride : new int[] {8, 16, 32}) {
                int guesses = 2 * (SIDE / stride * (SIDE / stride));
                outputs.put(width + "of" + stride, new float[width * guesses]);
            }
        }
        return outputs;
    }

    @Test
    void scrfdsGuessTellsTheDistancesFromItsCorner() {
        SequencedMap<String, float[]> outputs = silentScrfd();
        // Grid of 8 pixels: row 3, column 5 is cell 29, whose second guess is 59.
        put(outputs.get("1of8"), 59, 0.75);
        put(outputs.get("4of8"), 4 * 59, 1, 2, 0.5, 1.5);
        put(outputs.get("10of8"), 10 * 59, -0.5, -1, 0.25, -1, 0, 0, -0.25, 0.5, 0.125, 0.5);
        List<DetectedFace> found = new ScrfdDecoder().decode(outputs, SIDE);
        assertThat(found).hasSize(1);
        DetectedFace face = found.getFirst();
        assertThat(face.score()).isEqualTo(0.75);
        // Corner (40, 24): from 40 − 8 to 40 + 4, from 24 − 16 to 24 + 12.
        assertThat(face.box()).isEqualTo(new FaceBox(32, 8, 12, 28));
        assertThat(face.landmarks().points())
                .containsExactly(
                        new FacePoint(36, 16),
                        new FacePoint(42, 16),
                        new FacePoint(40, 24),
                        new FacePoint(38, 28),
                        new FacePoint(41, 28));
    }

    @Test
    void scrfdsUnsureAndInsideOutGuessesAreLeftOut() {
        SequencedMap<String, float[]> outputs = silentScrfd();
        put(outputs.get("1of32"), 0, 0.49, 0.9, 0.5);
        put(outputs.get("4of32"), 0, 1, 1, 1, 1, -1, 1, -1, 1, 1, 1, 1, 1);
        List<DetectedFace> found = new ScrfdDecoder().decode(outputs, SIDE);
        assertThat(found).extracting(DetectedFace::score).containsExactly(0.5);
        assertThat(found.getFirst().box()).isEqualTo(new FaceBox(0, -32, 64, 64));
    }

    @Test
    void scrfdTakesRedFirstFromMinusOneToOne() {
        float[] planes = new ScrfdDecoder().planes(new int[] {0xffff0080});
        assertThat(planes[0]).isEqualTo(127.5f / 128, within(1e-6f));
        assertThat(planes[1]).isEqualTo(-127.5f / 128, within(1e-6f));
        assertThat(planes[2]).isEqualTo(0.5f / 128, within(1e-6f));
    }
}
