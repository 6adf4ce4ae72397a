package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineTest {

    @Test
    void lengthsDoNotCount() {
        float[] one = {3, 4};
        assertThat(Cosine.of(one, new float[] {6, 8})).isCloseTo(1, within(1e-12));
        assertThat(Cosine.of(one, new float[] {-0.3f, -0.4f})).isCloseTo(-1, within(1e-6));
        assertThat(Cosine.of(one, new float[] {5, 0})).isCloseTo(0.6, within(1e-12));
        assertThat(Cosine.of(one, new float[] {0, 0})).isZero();
    }

    @Test
    void otherSpacesAreRefused() {
        assertThatThrownBy(() -> Cosine.of(new float[2], new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
