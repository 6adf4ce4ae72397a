package atelier.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTimesTest {

    /** 1 to 200 milliseconds, the longest first. */
    private static final FrameTimes TIMES =
            new FrameTimes(IntStream.range(0, 200).mapToObj(i -> 200.0 - i).toList());

    @Test
    void aQuantileIsATimeThatThatManyFramesDoNotExceed() {
        assertThat(TIMES.quantile(0.5)).isEqualTo(100);
        assertThat(TIMES.quantile(0.99)).isEqualTo(198);
        assertThat(TIMES.quantile(1)).isEqualTo(200);
        assertThat(TIMES.quantile(0.0001)).isEqualTo(1);
    }

    @Test
    void onlyLongerFramesCount() {
        assertThat(TIMES.longerThan(100)).isEqualTo(100);
        assertThat(TIMES.longerThan(200)).isZero();
    }

    @Test
    void noFramesTookNoTime() {
        assertThat(new FrameTimes(List.of()).quantile(0.99)).isZero();
    }
}
