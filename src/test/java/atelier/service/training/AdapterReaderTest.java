package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.adapter.AdapterFormat;
import atelier.model.training.AdapterSettings;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterReaderTest {

    private static AdapterSettings read(String... sets) {
        Map<String, String> map = new HashMap<>();
        Arrays.stream(sets).map(set -> set.split("=", 2)).forEach(set -> map.put(set[0], set[1]));
        return PlanReader.read(map, 20, 1024).adapter();
    }

    @Test
    void isPlainLoraForKohyaUnlessItIsSet() {
        assertThat(read("rank=16").adapterFormat()).isEqualTo(AdapterFormat.KOHYA);
        assertThat(read("rank=16").delta())
                .isEqualTo(DeltaSettings.of(TrainingMethod.LORA, 16, 16));
        assertThat(read("method=lokr", "dora=true", "rank=4", "alpha=1", "lokrFactor=8").delta())
                .isEqualTo(new DeltaSettings(TrainingMethod.LOKR, true, 4, 1, 4, 1, 8));
    }

    @Test
    void convolutionsFollowTheOtherLayersUnlessTheyAreSet() {
        DeltaSettings delta = read("rank=8", "alpha=4").delta();
        assertThat(delta.convRank()).isEqualTo(8);
        assertThat(delta.convAlpha()).isEqualTo(4);
        DeltaSettings own = read("rank=8", "alpha=4", "convRank=2").delta();
        assertThat(own.convRank()).isEqualTo(2);
        assertThat(own.convAlpha() / own.convRank()).isEqualTo(4.0 / 8);
        assertThat(read("rank=8", "convRank=2", "convAlpha=7").delta().convAlpha()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adapterFormat=diffusers|method=loha|no names for loha: set adapterFormat=kohya",
                "adapterFormat=diffusers|method=lokr|no names for lokr",
                "adapterFormat=diffusers|dora=true|no names for DoRA",
                "lokrFactor=0|method=lokr|lokrFactor is 0: choose -1",
                "method=lora|rank=0|rank is '0': choose a whole number",
                "method=oft|rank=4|'oft'"
            })
    void refusesWhatCannotBeWrittenOrMade(String first, String second, String says) {
        assertThatThrownBy(() -> read(first, second))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(says);
    }

    @Test
    void refusesSeveralRanksWhereTheFileHasNoAlpha() {
        assertThatThrownBy(() ->
                        read("adapterFormat=diffusers", "targets=all", "rank=8", "convRank=2"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("convRank as rank");
        assertThat(
                        read("adapterFormat=diffusers", "targets=attn", "rank=8", "convRank=2")
                                .adapterFormat())
                .isEqualTo(AdapterFormat.DIFFUSERS);
    }
}
