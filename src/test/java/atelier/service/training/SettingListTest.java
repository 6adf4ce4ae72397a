package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.training.Speed;
import atelier.model.training.Subject;
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

    private static final List<TrainingSetting> LIST =
            SettingList.all(Subject.GENERAL, Speed.BALANCED);

    private static Map<String, TrainingSetting> byName(List<TrainingSetting> list) {
        return list.stream().collect(Collectors.toMap(TrainingSetting::name, Function.identity()));
    }

    @Test
    void hasEverySettingOfAPlanOnceAndNoOther() {
        assertThat(LIST.stream().map(TrainingSetting::name))
                .containsExactlyInAnyOrderElementsOf(PlanSettings.of(PLAN).keySet());
        assertThat(LIST)
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
                        "resolution",
                        "resolutions",
                        "probeEvery",
                        "previewEvery",
                        "previewPrompts");
        Map<String, String> sets =
                LIST.stream()
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
        assertThat(byName(LIST).get(name).usual()).isEqualTo(usual);
        assertThat(byName(LIST).get(name).values()).isEqualTo(values);
    }

    @Test
    void tellsTheDefaultsOfThePresetThatIsAskedFor() {
        Map<String, TrainingSetting> usual = byName(LIST);
        assertThat(usual.get("steps").usual()).isEqualTo("100 a picture, 1500 to 3000 in all");
        assertThat(usual.get("resolution").usual()).isEqualTo("the model's, 1024 for SDXL");
        Map<String, TrainingSetting> rapid = byName(SettingList.all(Subject.STYLE, Speed.RAPID));
        assertThat(rapid.get("subject").usual()).isEqualTo("style");
        assertThat(rapid.get("speed").usual()).isEqualTo("rapid");
        assertThat(rapid.get("steps").usual()).isEqualTo("25 a picture, 750 to 1500 in all");
        assertThat(rapid.get("resolution").usual())
                .isEqualTo("three quarters of the model's, 768 for SDXL");
        assertThat(rapid.get("rank").usual()).isEqualTo("8");
        assertThat(rapid.get("noiseOffset").usual()).isEqualTo("0.0357");
        assertThat(rapid.get("learningRate").usual()).startsWith("0.0002; prodigy 1; ");
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
