package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.Checkpointing;
import atelier.model.training.MaskUse;
import atelier.model.training.PictureSettings;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingTargets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

    private static TrainingPlan read(Map<String, String> sets) {
        return PlanReader.read(sets, 20, 1024);
    }

    @Test
    void whatIsNotSetHasADefault() {
        TrainingPlan plan = read(Map.of());
        assertThat(plan.steps()).isEqualTo(2000);
        assertThat(plan.pictures().resolution()).isEqualTo(1024);
        assertThat(plan.adapter().targets()).isEqualTo(TrainingTargets.TRANSFORMERS);
        assertThat(plan.adapter().delta().rank()).isEqualTo(16);
        assertThat(plan.adapter().delta().alpha()).isEqualTo(16);
        assertThat(plan.optimization().optimizer()).isEqualTo("adamw");
        assertThat(plan.optimization().learningRate()).isEqualTo(1e-4);
        assertThat(plan.step().checkpointing()).isEqualTo(Checkpointing.AUTO);
        assertThat(plan.adapter().precision()).isEqualTo(AdapterPrecision.FP16);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1, 1, 1500",
        "20, 1, 1, 2000",
        "1000, 1, 1, 3000",
        "20, 4, 1, 500",
        "20, 4, 2, 250",
        "20, 3, 1, 667"
    })
    void eachPictureIsSeenAboutAHundredTimesHoweverManyGoTogether(
            int pictures, int batch, int accumulation, int steps) {
        Map<String, String> sets =
                Map.of(
                        "batchSize",
                        Integer.toString(batch),
                        "gradientAccumulation",
                        Integer.toString(accumulation));
        assertThat(PlanReader.read(sets, pictures, 1024).steps()).isEqualTo(steps);
    }

    @Test
    void thePresetThatIsSetGivesTheDefaultsAndEachCanBeSetInItsPlace() {
        Map<String, String> preset = Map.of("subject", "style", "speed", "quality");
        TrainingPlan plan = PlanReader.read(preset, 40, 1024);
        assertThat(plan.subject()).isEqualTo(Subject.STYLE);
        assertThat(plan.speed()).isEqualTo(Speed.QUALITY);
        assertThat(plan.steps()).isEqualTo(3000);
        assertThat(plan.adapter().delta().rank()).isEqualTo(32);
        assertThat(plan.adapter().delta().alpha()).isEqualTo(32);
        assertThat(plan.loss().maskedLoss()).isEqualTo(MaskUse.OFF);
        assertThat(plan.noise().noiseOffset()).isEqualTo(0.0357);
        assertThat(plan.rate().learningRateSchedule()).isEqualTo("cosine");
        Map<String, String> sets = new HashMap<>(preset);
        sets.putAll(
                Map.of(
                        "steps", "7",
                        "rank", "4",
                        "maskedLoss", "plain",
                        "noiseOffset", "0",
                        "learningRateSchedule", "linear"));
        TrainingPlan other = PlanReader.read(sets, 40, 1024);
        assertThat(other.steps()).isEqualTo(7);
        assertThat(other.adapter().delta().rank()).isEqualTo(4);
        assertThat(other.adapter().delta().alpha()).isEqualTo(4);
        assertThat(other.loss().maskedLoss()).isEqualTo(MaskUse.PLAIN);
        assertThat(other.noise().noiseOffset()).isZero();
        assertThat(other.rate().learningRateSchedule()).isEqualTo("linear");
    }

    @Test
    void thePresetsRateIsForItsOwnOptimizerAlone() {
        assertThat(read(Map.of("speed", "rapid")).optimization().learningRate()).isEqualTo(2e-4);
        Map<String, String> prodigy = Map.of("speed", "rapid", "optimizer", "prodigy");
        assertThat(read(prodigy).optimization().learningRate()).isEqualTo(1);
    }

    @Test
    void alphaFollowsTheRankUnlessItIsSet() {
        assertThat(read(Map.of("rank", "8")).adapter().delta().alpha()).isEqualTo(8);
        assertThat(read(Map.of("rank", "8", "alpha", "1")).adapter().delta().alpha()).isEqualTo(1);
    }

    @Test
    void theRateRisesOverATwentiethOfTheSteps() {
        assertThat(read(Map.of()).rate().warmUpSteps()).isEqualTo(100);
        assertThat(read(Map.of("steps", "19")).rate().warmUpSteps()).isZero();
    }

    @Test
    void eachOptimizerHasItsOwnRateUnlessItIsSet() {
        assertThat(read(Map.of("optimizer", "prodigy")).optimization().learningRate()).isEqualTo(1);
        assertThat(read(Map.of("optimizer", "adafactor")).optimization().learningRate())
                .isEqualTo(1e-4);
        Map<String, String> relative = Map.of("optimizer", "adafactor", "relativeStep", "true");
        assertThat(read(relative).optimization().learningRate()).isEqualTo(1);
    }

    @Test
    void debiasedEstimationTakesThePlaceOfMinSnrUnlessBothAreSet() {
        assertThat(read(Map.of()).loss().minSnrGamma()).isEqualTo(5);
        Map<String, String> debiased = Map.of("debiasedEstimation", "true");
        assertThat(read(debiased).loss().minSnrGamma()).isZero();
        Map<String, String> both = Map.of("debiasedEstimation", "true", "minSnrGamma", "5");
        assertThat(read(both).loss().minSnrGamma()).isEqualTo(5);
    }

    @Test
    void resolutionsAreTheOneUnlessTheyAreSet() {
        assertThat(read(Map.of()).pictures().resolutions()).containsExactly(1024);
        assertThat(read(Map.of("resolution", "768")).pictures().resolutions()).containsExactly(768);
        PictureSettings several = read(Map.of("resolutions", "512, 1024,768,512")).pictures();
        assertThat(several.resolutions()).containsExactly(1024, 768, 512);
        assertThat(several.resolution()).isEqualTo(1024);
        assertThatThrownBy(() -> read(Map.of("resolution", "768", "resolutions", "1024,768")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("the largest of resolutions is 1024")
                .hasMessageContaining("set one of the two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1024,", "1024;512", "32", "5000", "64,65,66,67,68,69,70,71,72"})
    void whatIsNoListOfResolutionsIsNamed(String value) {
        assertThatThrownBy(() -> read(Map.of("resolutions", value)))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("The setting resolutions is '%s': choose up to 8", value)
                .hasMessageContaining("from 64 to 4096");
    }

    @Test
    void numbersAreTakenAsPeopleWriteThem() {
        assertThat(read(Map.of("learningRate", " 5e-5 ")).optimization().learningRate())
                .isEqualTo(5e-5);
        assertThat(read(Map.of("seed", "-7")).seed()).isEqualTo(-7);
        assertThat(read(Map.of("upscale", "false")).pictures().upscale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps|0|a whole number from 1 to 10000000",
                "steps|1.5|a whole number from 1 to",
                "steps|99999999999999999999|a whole number from 1 to",
                "rank|1025|a whole number from 1 to 1024",
                "alpha|0|a number from 0.001 to 65504",
                "alpha|NaN|a number from",
                "learningRate|-1|a number from 1e-12 to 100",
                "learningRate|Infinity|a number from",
                "noiseOffset|1.01|a number from 0 to 1"
            })
    void aNumberOutOfRangeIsNamedWithItsRange(String name, String value, String range) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("The setting %s is '%s': choose ", name, value)
                .hasMessageContaining(range);
    }

    @ParameterizedTest
    @CsvSource({
        "subject, 'portrait, character, style, product, general'",
        "speed, 'rapid, balanced, quality'",
        "targets, attn",
        "optimizer, adamw",
        "learningRateSchedule, constant",
        "upscale, 'true, false'",
        "checkpointing, 'auto, on, off'",
        "precision, fp16"
    })
    void aWordThatIsNoneOfTheChoicesIsNamedWithThem(String name, String choices) {
        assertThatThrownBy(() -> read(Map.of(name, "wrong")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("'wrong'")
                .hasMessageContaining(choices);
    }

    @Test
    void aSettingThatDoesNotExistIsNamedWithAllThatDo() {
        assertThatThrownBy(() -> read(Map.of("Steps", "7")))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("There is no setting 'Steps'; choose among ")
                .hasMessageContaining(
                        String.join(", ", new TreeSet<>(PlanSettings.of(read(Map.of())).keySet())));
    }
}
