package atelier.engine.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PicturePixelsTest {

    @Test
    void coloursAreNormalisedByClipsMeansInPlanes() {
        float[] planes = PicturePixels.normalized(new int[] {0xff0000, 0x0033ff});
        assertThat(planes)
                .containsExactly(
                        new float[] {
                            (float) ((1 - 0.48145466) / 0.26862954),
                            (float) (-0.48145466 / 0.26862954),
                            (float) (-0.4578275 / 0.26130258),
                            (float) ((0.2 - 0.4578275) / 0.26130258),
                            (float) (-0.40821073 / 0.27577711),
                            (float) ((1 - 0.40821073) / 0.27577711)
                        },
                        within(1e-6f));
    }
}
