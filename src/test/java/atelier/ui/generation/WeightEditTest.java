package atelier.ui.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightEditTest {

    private static String selected(WeightEdit edit) {
        return edit.text().substring(edit.start(), edit.end());
    }

    @Test
    void selectedWordsGetAWeightThatGrows() {
        WeightEdit once = WeightEdit.change("a round face, smiling", 2, 12, 1);
        assertThat(once.text()).isEqualTo("a (round face:1.1), smiling");
        assertThat(selected(once)).isEqualTo("round face");
        WeightEdit twice = WeightEdit.change(once.text(), once.start(), once.end(), 1);
        assertThat(twice.text()).isEqualTo("a (round face:1.2), smiling");
    }

    @Test
    void backAtOneTheBracketsGo() {
        WeightEdit plain = WeightEdit.change("a (cat:1.1) here", 3, 6, -1);
        assertThat(plain.text()).isEqualTo("a cat here");
        assertThat(selected(plain)).isEqualTo("cat");
        assertThat(WeightEdit.change("a cat here", 2, 5, -1).text()).isEqualTo("a (cat:0.9) here");
    }

    @Test
    void withoutASelectionTheWordAtTheCaretIsMeant() {
        assertThat(WeightEdit.change("red scarf", 5, 5, 1).text()).isEqualTo("red (scarf:1.1)");
        assertThat(WeightEdit.change("red , scarf", 4, 4, 1).text()).isEqualTo("red , scarf");
    }

    @Test
    void weightsStayWithinBounds() {
        assertThat(WeightEdit.change("(a:2.0)", 1, 2, 1).text()).isEqualTo("(a:2.0)");
        assertThat(WeightEdit.change("(a:0.1)", 1, 2, -1).text()).isEqualTo("(a:0.1)");
    }
}
