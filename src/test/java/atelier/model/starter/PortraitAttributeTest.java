package atelier.model.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitAttributeTest {

    private static Portrait first() {
        return PortraitAttribute.portrait(
                PortraitAttribute.ALL.stream().map(one -> one.values().getFirst()).toList());
    }

    @Test
    void eachComponentIsAnAttributeOfAnEnumOfItsOwn() {
        assertThat(PortraitAttribute.ALL)
                .hasSize(Portrait.class.getRecordComponents().length)
                .extracting(PortraitAttribute::name)
                .startsWith("faceShape", "skin")
                .endsWith("tilt", "framing");
        assertThat(PortraitAttribute.ALL.stream().map(one -> one.values().getFirst().getClass()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangeChangesThatAttributeAloneAndIsReadBack() {
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            for (Trait value : attribute.values()) {
                Portrait changed = first().with(value);
                assertThat(changed.has(value)).isTrue();
                assertThat(attribute.in(changed)).isEqualTo(value);
                assertThat(attribute.values().get(attribute.label(changed))).isEqualTo(value);
                for (PortraitAttribute other : PortraitAttribute.ALL) {
                    if (other != attribute) {
                        assertThat(other.in(changed)).isEqualTo(other.in(first()));
                    }
                }
            }
        }
    }

    @Test
    void severalChangesAllTakeEffect() {
        Portrait changed = first().with(Turn.RIGHT, HairStyle.BUNS, Tilt.LEFT);
        assertThat(changed.turn()).isEqualTo(Turn.RIGHT);
        assertThat(changed.hairStyle()).isEqualTo(HairStyle.BUNS);
        assertThat(changed.tilt()).isEqualTo(Tilt.LEFT);
    }

    @Test
    void eachTraitOfAnAttributeIsCalledSomethingElse() {
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            assertThat(attribute.values()).extracting(Trait::words).doesNotHaveDuplicates();
        }
    }

    @Test
    void valuesInAnotherOrderMakeNoPortrait() {
        assertThatThrownBy(() -> PortraitAttribute.portrait(List.of(Turn.LEFT, Tilt.LEFT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
