package atelier.service.starter.caption;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.starter.AccentColour;
import atelier.model.starter.Accessory;
import atelier.model.starter.Background;
import atelier.model.starter.HairColour;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.TimeOfDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraitPhrasesTest {

    @Test
    void saysOneThingAsCaptionsDo() {
        assertThat(TraitPhrases.of(HairColour.RED)).isEqualTo("red hair");
        assertThat(TraitPhrases.of(HairStyle.BALD)).isEqualTo("bald head");
        assertThat(TraitPhrases.of(HairStyle.TOPKNOT)).isEqualTo("topknot");
        assertThat(TraitPhrases.of(Headwear.NONE)).isEqualTo("bare head");
        assertThat(TraitPhrases.of(Background.STEPPE)).isEqualTo("on the steppe");
        assertThat(TraitPhrases.of(TimeOfDay.NIGHT)).isEqualTo("at night");
    }

    @Test
    void whatCaptionsNeverSayAloneHasNoWords() {
        assertThat(TraitPhrases.of(Accessory.NONE)).isEmpty();
        assertThat(AccentColour.values()).allMatch(one -> TraitPhrases.of(one).isEmpty());
    }

    @Test
    void noTwoValuesOfAnAttributeAreCalledTheSame() {
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            List<String> words =
                    attribute.values().stream()
                            .map(TraitPhrases::of)
                            .filter(one -> !one.isEmpty())
                            .toList();
            assertThat(words).as(attribute.name()).doesNotHaveDuplicates();
        }
    }
}
