package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingSetting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingListTest {

    private static final TrainingPlan PLAN = PlanReader.read(Map.of(), 20, 1024);

    private static Map<String, TrainingSetting> byName() {
        return SettingList.all().stream()
                .collect(Collectors.toMap(TrainingSetting::name, Function.identity()));
    }

    @Test
    void hasEverySettingOfAPlanOnceAndNoOther() {
        assertThat(SettingList.all().stream().map(TrainingSetting::name))
                .containsExactlyInAnyOrderElementsOf(PlanSettings.of(PLAN).keySet());
        assertThat(SettingList.all())
                .allSatisfy(setting -> {
                    assertThat(setting.meaning()).isNotBlank();
                    assertThat(setting.values()).isNotBlank();
                    assertThat(setting.usual()).isNotBlank();
                });
    }

    /** Where it is no number or word, the default is told in words. */
    @Test
    void everyDefaultCanBeSetAndChangesNothing() {
        List<String> told =
                List.of(
                        "steps",
                        "checkpointEvery",
                        "alpha",
                        "convRank",
                        "convAlpha",
                        "warmUpSteps",
                        "resolution");
        Map<String, String> sets =
                SettingList.all().stream()
                        .filter(setting -> !told.contains(setting.name()))
                        .collect(
                                Collectors.toMap(
                                        TrainingSetting::name,
                                        setting -> setting.usual().replaceAll(";.*", "")));
        assertThat(PlanReader.read(sets, 20, 1024)).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rank|16|a whole number from 1 to 1024",
                "seed|0|a whole number",
                "noiseOffset|0|a number from 0 to 1",
                "checkpointing|auto|one of auto, on, off",
                "upscale|true|one of true, false"
            })
    void tellsDefaultAndValues(String name, String usual, String values) {
        assertThat(byName().get(name).usual()).isEqualTo(usual);
        assertThat(byName().get(name).values()).isEqualTo(values);
    }

    @Test
    void numbersAreWrittenAsPeopleDo() {
        assertThat(SettingValues.number(1e-4)).isEqualTo("0.0001");
        assertThat(SettingValues.number(16)).isEqualTo("16");
        assertThat(SettingValues.number(1e-8)).isEqualTo("1e-8");
        assertThat(SettingValues.number(1e9)).isEqualTo("1e9");
        assertThat(SettingValues.number(0.999)).isEqualTo("0.999");
        assertThat(SettingValues.number(0)).isEqualTo("0");
    }
}
