package atelier.service.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PromptStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptStylesTest {

    private static final PromptStyle OIL = new PromptStyle("Oil", "oil painting of {prompt}", "");

    @TempDir private Path folder;

    private PromptStyles styles() {
        return new PromptStyles(folder.resolve("styles.json"));
    }

    @Test
    void aStyleIsAddedOrTakesThePromptIn() {
        assertThat(new PromptStyle("Ink", "ink drawing", "colour").styled("a cat"))
                .isEqualTo("a cat, ink drawing");
        assertThat(new PromptStyle("Ink", "ink drawing", "colour").avoiding(""))
                .isEqualTo("colour");
        assertThat(OIL.styled("a cat")).isEqualTo("oil painting of a cat");
        assertThat(OIL.avoiding("blur")).isEqualTo("blur");
    }

    @Test
    void stylesAreKeptReplacedAndForgotten() {
        int first = styles().all().size();
        styles().save(OIL);
        assertThat(styles().all()).hasSize(first + 1).endsWith(OIL);
        PromptStyle other = new PromptStyle("Oil", "oil on canvas", "ink");
        styles().save(other);
        assertThat(styles().all()).hasSize(first + 1).endsWith(other);
        styles().remove("Oil");
        styles().remove("Oil");
        assertThat(styles().all()).hasSize(first).doesNotContain(other);
    }

    @Test
    void aDamagedFileIsNamedAndLeftAlone() throws IOException {
        Path file = folder.resolve("styles.json");
        Files.writeString(file, "{\"styles\":");
        assertThatThrownBy(() -> styles().save(OIL))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("styles.json is damaged");
        assertThat(file).hasContent("{\"styles\":");
    }
}
