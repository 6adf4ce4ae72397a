package atelier.engine.training.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LearningRateSchedulesTest {

    @TestFactory
    Stream<DynamicTest> everyOneBeginsAtTheFullRateAndStaysWithinIt() {
        return LearningRateSchedules.all().stream()
                .map(schedule ->
                        DynamicTest.dynamicTest(
                                schedule.id(),
                                () -> {
                                    assertThat(schedule.factor(0, 7)).isEqualTo(1);
                                    for (int step = 0; step < 7; step++) {
                                        assertThat(schedule.factor(step, 7)).isBetween(0.0, 1.0);
                                    }
                                    assertThat(LearningRateSchedules.get(schedule.id()))
                                            .isSameAs(schedule);
                                }));
    }

    @Test
    void cosineIsHalfWayAtTheMiddle() {
        LearningRateSchedule cosine = LearningRateSchedules.get("cosine");
        assertThat(cosine.factor(5, 10)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(9, 10))
                .isCloseTo((1 + Math.cos(0.9 * Math.PI)) / 2, within(1e-12));
    }

    @Test
    void warmUpRisesFromZeroAndThenBeginsTheOther() {
        LearningRateSchedule warm = new WarmUp(4, LearningRateSchedules.get("cosine"));
        assertThat(warm.factor(0, 14)).isZero();
        assertThat(warm.factor(1, 14)).isEqualTo(0.25);
        assertThat(warm.factor(4, 14)).isEqualTo(1);
        assertThat(warm.factor(9, 14)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void warmUpMayTakeTheWholeRun() {
        LearningRateSchedule warm = new WarmUp(4, LearningRateSchedules.get("cosine"));
        assertThat(warm.factor(3, 4)).isEqualTo(0.75);
    }

    @Test
    void refusesAnUnknownOneByName() {
        assertThatThrownBy(() -> LearningRateSchedules.get("sine"))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "There is no learning rate schedule 'sine'; choose one of constant, cosine.");
    }
}
