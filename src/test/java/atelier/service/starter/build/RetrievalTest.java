package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrievalTest {

    private static List<float[]> directions(int count) {
        List<float[]> directions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] direction = new float[Retrieval.AMONG];
            direction[i % Retrieval.AMONG] = 1 + i;
            directions.add(direction);
        }
        return directions;
    }

    @Test
    void theOwnOneMustBeNearest() {
        List<float[]> pictures = directions(70);
        List<float[]> captions = new ArrayList<>(directions(70));
        Collections.swap(captions, 3, 4);
        Collections.swap(captions, 66, 67);
        assertThat(Retrieval.measure(pictures, captions))
                .containsEntry("captionAmong32", 62.0 / 64)
                .containsEntry("pictureAmong32", 62.0 / 64)
                .containsEntry("heldOutPictures", 64);
    }

    /** A caption that suits every picture is what all of them find. */
    @Test
    void theTwoDirectionsAreCountedApart() {
        List<float[]> captions = new ArrayList<>(directions(32));
        List<float[]> pictures = new ArrayList<>(directions(32));
        for (float[] picture : pictures) {
            picture[0] += 100;
        }
        assertThat(Retrieval.measure(pictures, captions)).containsEntry("captionAmong32", 1.0 / 32);
        assertThat((double) Retrieval.measure(pictures, captions).get("pictureAmong32"))
                .isGreaterThan(0.9);
    }
}
