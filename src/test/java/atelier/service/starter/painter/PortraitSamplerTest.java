package atelier.service.starter.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.starter.AccentColour;
import atelier.model.starter.ClothColour;
import atelier.model.starter.HairColour;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortraitSamplerTest {

    private static final int MANY = 3000;

    private static List<Portrait> drawn(PortraitSampler sampler) {
        return LongStream.range(0, MANY).mapToObj(sampler::draw).toList();
    }

    @Test
    void aSeedGivesOnePortraitWhateverIsDrawnBefore() {
        PortraitSampler sampler = new PortraitSampler();
        Portrait portrait = sampler.draw(7);
        sampler.draw(8);
        assertThat(sampler.draw(7)).isEqualTo(portrait);
        assertThat(new PortraitSampler().draw(7)).isEqualTo(portrait);
    }

    @Test
    void everyValueIsDrawnAboutAsOftenAsItsAttributeHasRoomFor() {
        List<Portrait> portraits = drawn(new PortraitSampler());
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            for (Trait value : attribute.values()) {
                long count = portraits.stream().filter(portrait -> portrait.has(value)).count();
                assertThat(count)
                        .as("%s %s", attribute.name(), value)
                        .isGreaterThan(MANY / (5L * attribute.values().size()));
            }
        }
        assertThat(portraits).doesNotHaveDuplicates();
    }

    @Test
    void hairThatStandsUpIsNotDrawnUnderAHatNorTrimOnItsOwnColour() {
        List<Portrait> portraits = drawn(new PortraitSampler());
        assertThat(portraits)
                .noneMatch(one ->
                        one.headwear() == Headwear.FUR_HAT && one.hairStyle() == HairStyle.MOHAWK);
        assertThat(portraits)
                .noneMatch(one ->
                        one.clothColour() == ClothColour.YELLOW
                                && one.accent() == AccentColour.GOLD);
        assertThat(portraits)
                .anyMatch(one ->
                        one.headwear() == Headwear.HEADBAND && one.hairStyle() == HairStyle.MOHAWK);
    }

    @Test
    void whatIsExcludedIsNotDrawnAndAllElseIs() {
        PortraitSampler sampler =
                new PortraitSampler(one ->
                        one.hairStyle() == HairStyle.BUNS && one.hairColour() == HairColour.WHITE);
        List<Portrait> portraits = drawn(sampler);
        assertThat(portraits)
                .noneMatch(one ->
                        one.hairStyle() == HairStyle.BUNS && one.hairColour() == HairColour.WHITE);
        assertThat(portraits)
                .anyMatch(one ->
                        one.hairStyle() == HairStyle.BUNS && one.hairColour() != HairColour.WHITE);
        assertThat(portraits)
                .anyMatch(one ->
                        one.hairStyle() != HairStyle.BUNS && one.hairColour() == HairColour.WHITE);
        List<Portrait> all = drawn(new PortraitSampler());
        for (int i = 0; i < MANY; i++) {
            Portrait without = portraits.get(i);
            Portrait with = all.get(i);
            if (with.hairStyle() != HairStyle.BUNS || with.hairColour() != HairColour.WHITE) {
                assertThat(without).isEqualTo(with);
            }
        }
    }

    @Test
    void whereNothingIsLeftItSaysSo() {
        PortraitSampler sampler = new PortraitSampler(portrait -> true);
        assertThatThrownBy(() -> sampler.draw(0))
                .isInstanceOf(AtelierException.class)
                .hasMessage("No portrait was found in 1000 that is not excluded: exclude less.");
    }
}
