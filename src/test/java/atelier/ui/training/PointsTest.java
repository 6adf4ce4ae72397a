package atelier.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void areAllKeptUpToFiveThousand() {
        double[] steps = IntStream.rangeClosed(1, 5000).asDoubleStream().toArray();
        assertThat(Points.of(steps, steps).steps()).isEqualTo(steps);
    }

    @Test
    void aLongRunIsThinnedWithoutLosingItsPeaks() {
        double[] steps = IntStream.rangeClosed(1, 80_000).asDoubleStream().toArray();
        double[] values = Arrays.stream(steps).map(Math::sin).toArray();
        values[34_567] = 9;
        values[71_234] = -9;
        Points points = Points.of(steps, values);
        assertThat(points.size()).isBetween(2_500, 5_000);
        assertThat(points.values()).contains(9, -9);
        assertThat(points.steps()).isSorted().doesNotHaveDuplicates();
        assertThat(points.steps()[points.lowest()]).isEqualTo(71_235);
    }

    @Test
    void theFirstOfTheLowestCounts() {
        Points points = Points.of(new double[] {1, 2, 3}, new double[] {0.2, 0.1, 0.1});
        assertThat(points.lowest()).isEqualTo(1);
        assertThat(points.last()).isEqualTo(0.1);
        assertThat(Points.NONE.lowest()).isNegative();
    }
}
