package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.training.MaskUse;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingPreset;
import atelier.model.training.TrainingTargets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresetsTest {

    private static TrainingPlan plan(Subject subject, Speed speed, int pictures, int resolution) {
        return PlanReader.read(Presets.sets(subject, speed), pictures, resolution);
    }

    /** The consensus of trainers for ten to thirty pictures. */
    @Test
    void generalAndBalancedIsWhatMostTrainersDo() {
        Preset preset = Presets.of(Subject.GENERAL, Speed.BALANCED, 1024);
        assertThat(preset.passes()).isEqualTo(new Passes(100, 1500, 3000));
        assertThat(preset.resolution()).isEqualTo(1024);
        assertThat(preset.targets()).isEqualTo(TrainingTargets.TRANSFORMERS);
        assertThat(preset.rank()).isEqualTo(16);
        assertThat(preset.learningRate()).isEqualTo(1e-4);
        assertThat(preset.schedule()).isEqualTo("constant");
        assertThat(preset.maskedLoss()).isEqualTo(MaskUse.PLAIN);
        assertThat(preset.minSnrGamma()).isEqualTo(5);
        assertThat(preset.noiseOffset()).isZero();
        assertThat(PlanReader.read(Map.of(), 20, 1024))
                .isEqualTo(plan(Subject.GENERAL, Speed.BALANCED, 20, 1024));
    }

    @ParameterizedTest
    @CsvSource({
        "PORTRAIT, RAPID, 10, 750",
        "PORTRAIT, RAPID, 20, 1000",
        "PORTRAIT, RAPID, 31, 1500",
        "PORTRAIT, BALANCED, 10, 1500",
        "PORTRAIT, BALANCED, 20, 2000",
        "PORTRAIT, BALANCED, 31, 3000",
        "PORTRAIT, QUALITY, 10, 2250",
        "PORTRAIT, QUALITY, 20, 3000",
        "PORTRAIT, QUALITY, 31, 4500",
        "STYLE, RAPID, 40, 1000",
        "STYLE, BALANCED, 40, 2000",
        "STYLE, QUALITY, 1000000000, 4500"
    })
    void stepsFollowFromThePictures(Subject subject, Speed speed, int pictures, int steps) {
        assertThat(plan(subject, speed, pictures, 1024).steps()).isEqualTo(steps);
    }

    @ParameterizedTest
    @EnumSource(Speed.class)
    void masksAreForSubjectsThatFillAPartOfThePicture(Speed speed) {
        assertThat(Presets.of(Subject.PORTRAIT, speed, 1024).maskedLoss())
                .isEqualTo(MaskUse.NORMALIZED);
        assertThat(Presets.of(Subject.PRODUCT, speed, 1024).maskedLoss())
                .isEqualTo(MaskUse.NORMALIZED);
        assertThat(Presets.of(Subject.CHARACTER, speed, 1024).maskedLoss())
                .isEqualTo(MaskUse.PLAIN);
        assertThat(Presets.of(Subject.STYLE, speed, 1024).maskedLoss()).isEqualTo(MaskUse.OFF);
    }

    @ParameterizedTest
    @EnumSource(Speed.class)
    void portraitsAreCutAroundTheSubjectAndShownAtSeveralSizesAndStylesAreNot(Speed speed) {
        TrainingPlan portrait = plan(Subject.PORTRAIT, speed, 20, 1024);
        assertThat(portrait.pictures().subjectCrop()).isTrue();
        assertThat(portrait.pictures().flip()).isFalse();
        assertThat(portrait.pictures().resolutions())
                .isEqualTo(speed == Speed.RAPID ? List.of(768, 576, 384) : List.of(1024, 768, 512));
        TrainingPlan style = plan(Subject.STYLE, speed, 20, 1024);
        assertThat(style.pictures().subjectCrop()).isFalse();
        assertThat(style.pictures().flip()).isTrue();
        assertThat(style.pictures().resolutions())
                .isEqualTo(List.of(speed == Speed.RAPID ? 768 : 1024));
    }

    @Test
    void smallerSizesFollowTheResolutionThatIsSetAndGiveWayToTheirOwn() {
        assertThat(resolutions("resolution", "512")).isEqualTo(List.of(512, 384, 256));
        assertThat(resolutions("resolution", "96")).isEqualTo(List.of(96, 64));
        assertThat(resolutions("resolution", "64")).isEqualTo(List.of(64));
        assertThat(resolutions("resolutions", "640")).isEqualTo(List.of(640));
    }

    private static List<Integer> resolutions(String name, String value) {
        return PlanReader.read(Map.of("subject", "portrait", name, value), 20, 1024)
                .pictures()
                .resolutions();
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "768, 576", "512, 384", "64, 64", "100, 64"})
    void rapidTrainsAtThreeQuartersOfTheModelsResolutionInBuckets(int ofModel, int rapid) {
        assertThat(Presets.of(Subject.GENERAL, Speed.RAPID, ofModel).resolution()).isEqualTo(rapid);
        assertThat(Presets.of(Subject.GENERAL, Speed.QUALITY, ofModel).resolution())
                .isEqualTo(ofModel);
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void moreTimeIsForMoreStepsOfALargerAdapter(Subject subject) {
        Preset rapid = Presets.of(subject, Speed.RAPID, 1024);
        Preset balanced = Presets.of(subject, Speed.BALANCED, 1024);
        Preset quality = Presets.of(subject, Speed.QUALITY, 1024);
        assertThat(2 * rapid.passes().of(20)).isEqualTo(balanced.passes().of(20));
        assertThat(2 * quality.passes().of(20)).isEqualTo(3 * balanced.passes().of(20));
        assertThat(List.of(2 * rapid.rank(), quality.rank() / 2)).containsOnly(balanced.rank());
    }

    @Test
    void theListShowsExactlyWhatIsNotTheSameInAllPresets() {
        List<TrainingPreset> list = PresetList.all();
        assertThat(list)
                .extracting(preset -> preset.subject() + " " + preset.speed())
                .hasSize(15)
                .doesNotHaveDuplicates();
        assertThat(list.getFirst().settings().keySet())
                .contains("steps", "rank", "learningRate", "learningRateSchedule", "resolution")
                .contains("maskedLoss", "noiseOffset", "subjectCrop", "resolutions", "flip")
                .doesNotContain("subject", "speed", "alpha", "optimizer", "minSnrGamma", "seed");
        assertThat(list)
                .allSatisfy(preset -> {
                    TrainingPlan plan = plan(preset.subject(), preset.speed(), 20, 1024);
                    preset.settings()
                            .forEach((name, value) ->
                                    assertThat(SettingValues.text(PlanSettings.of(plan).get(name)))
                                            .isEqualTo(value));
                });
        for (String name : list.getFirst().settings().keySet()) {
            assertThat(list.stream().map(preset -> preset.settings().get(name)).distinct())
                    .as(name)
                    .hasSizeGreaterThan(1);
        }
    }
}
