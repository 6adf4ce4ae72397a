package atelier.service.training.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void marksAreRoundAndInside() {
        assertThat(new Scale(0, 1200).marks(10).stream().map(Scale::label))
                .containsExactly(
                        "0", "100", "200", "300", "400", "500", "600", "700", "800", "900", "1,000",
                        "1,100", "1,200");
        assertThat(new Scale(0.043, 0.21).marks(4).stream().map(Scale::label))
                .containsExactly("0.05", "0.1", "0.15", "0.2");
        assertThat(new Scale(0, 1.05e-4).marks(2).stream().map(Scale::label))
                .containsExactly("0", "5e-5", "1e-4");
    }

    @Test
    void aFlatCurveHasRoomOnBothSides() {
        Scale scale = Scale.around(2, 2);
        assertThat(scale.place(2)).isCloseTo(0.5, within(1e-9));
        assertThat(Scale.around(0, 0).place(0)).isBetween(0.0, 1.0);
    }

    @Test
    void whatIsNeverNegativeHasNoNegativeAxis() {
        assertThat(Scale.around(0.001, 1).from()).isZero();
        assertThat(Scale.around(-1, 1).from()).isLessThan(-1);
    }

    /** One wild value must not flatten all others. */
    @Test
    void aSingleValueFarAwayIsCutOff() {
        double[] steps = DoubleStream.iterate(1, x -> x + 1).limit(200).toArray();
        double[] losses = DoubleStream.of(steps).map(x -> 0.1 + 0.01 * (x % 7)).toArray();
        losses[50] = 100;
        Curve raw = new Curve("raw", Curve.Look.RAW, steps, losses);
        Curve main = new Curve("main", Curve.Look.MAIN, steps, losses);
        assertThat(raw.range().max().orElseThrow()).isLessThan(0.2);
        assertThat(main.range().max().orElseThrow()).isEqualTo(100);
    }
}
