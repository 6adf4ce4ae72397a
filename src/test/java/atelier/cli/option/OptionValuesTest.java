package atelier.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.PredictionType;
import atelier.model.settings.DeviceChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"832x1216", "832X1216", "832×1216"})
    void aSizeIsWidthAndHeight(String value) {
        assertThat(new SizeArgument().convert(value)).isEqualTo(new SizeArgument.Size(832, 1216));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1024", "1024x", "x8", "-8x8", "8x8x8", "1e3x8", "99999999x8", " 8x8"})
    void whatIsNoSizeIsRefusedWithAnExample(String value) {
        assertThatThrownBy(() -> new SizeArgument().convert(value))
                .hasMessageContaining("1024x1024");
    }

    @Test
    void everyDeviceEmphasisAndPredictionHasAWord() {
        assertThat(new DeviceArgument()).hasSameSizeAs(DeviceChoice.values());
        assertThat(new EmphasisArgument()).hasSameSizeAs(EmphasisMode.values());
        assertThat(new PredictionArgument()).hasSameSizeAs(PredictionType.values());
    }

    @Test
    void aWordMayBeWrittenInAnyCaseAndAnotherOneIsRefusedWithTheList() {
        assertThat(new DeviceArgument().convert("CUDA")).isEqualTo(DeviceChoice.CUDA);
        assertThatThrownBy(() -> new DeviceArgument().convert("tpu"))
                .hasMessageContaining("auto, cpu, cuda, mps");
    }
}
