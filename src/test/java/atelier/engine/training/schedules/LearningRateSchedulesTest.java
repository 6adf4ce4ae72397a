package atelier.engine.training.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.training.RateSettings;
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
    void linearFallsInAStraightLine() {
        LearningRateSchedule linear = LearningRateSchedules.get("linear");
        assertThat(linear.factor(3, 10)).isCloseTo(0.7, within(1e-12));
        assertThat(linear.factor(9, 10)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void rexStaysHighAndFallsLate() {
        LearningRateSchedule rex = LearningRateSchedules.get("rex");
        assertThat(rex.factor(5, 10)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(rex.factor(9, 10)).isCloseTo(2.0 / 11, within(1e-12));
    }

    @Test
    void cosineRestartsBeginAnewInEachCycle() {
        LearningRateSchedule restarts =
                LearningRateSchedules.of(new RateSettings("cosine-restarts", 0, 2));
        assertThat(restarts.factor(4, 10))
                .isCloseTo((1 + Math.cos(0.8 * Math.PI)) / 2, within(1e-12));
        assertThat(restarts.factor(5, 10)).isEqualTo(1);
        assertThat(restarts.factor(6, 10))
                .isCloseTo((1 + Math.cos(0.2 * Math.PI)) / 2, within(1e-12));
        LearningRateSchedule once =
                LearningRateSchedules.of(new RateSettings("cosine-restarts", 0, 1));
        LearningRateSchedule cosine = LearningRateSchedules.get("cosine");
        for (int step = 0; step < 10; step++) {
            assertThat(once.factor(step, 10)).isEqualTo(cosine.factor(step, 10));
        }
    }

    @Test
    void settingsGiveAScheduleWithItsWarmUp() {
        LearningRateSchedule warm = LearningRateSchedules.of(new RateSettings("linear", 2, 1));
        assertThat(warm.factor(1, 6)).isEqualTo(0.5);
        assertThat(warm.factor(2, 6)).isEqualTo(1);
        assertThat(warm.factor(3, 6)).isEqualTo(0.75);
        assertThat(warm.id()).isEqualTo("linear");
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
                        "There is no learning rate schedule 'sine'; choose one of constant, linear, cosine, cosine-restarts, rex.");
    }
}
