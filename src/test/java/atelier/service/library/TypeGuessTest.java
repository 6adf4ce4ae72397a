package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.library.AdapterType;
import atelier.model.library.ModelFamily;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an adapter is taken for that comes without a word about its type. */
class TypeGuessTest {

    @ParameterizedTest
    @CsvSource({
        "mira.safetensors, '', '', '', GENERAL",
        "ink-style.safetensors, '', '', '', GENERAL",
        "mira.safetensors, '', '', mira woman, CHARACTER",
        "ink_style_v2.safetensors, '', '', inkwash, STYLE",
        "ink_style_v2.safetensors, '', '', ink wash, CHARACTER",
        "x.safetensors, Стиль Миры, '', mir, STYLE",
        "x.safetensors, '', a close portrait of Mira, mira, PORTRAIT",
        "surface.safetensors, '', '', mira, CHARACTER",
        "x.safetensors, '', 'product, mug', mug, PRODUCT",
    })
    void wordsAndTriggerDecide(
            String file, String title, String description, String trigger, AdapterType type) {
        assertThat(TypeGuess.of(file, info(title, description), trigger)).isEqualTo(type);
        assertThat(type.problem(file, trigger, true)).as("its rules are kept").isEmpty();
    }

    private static AdapterInfo info(String title, String description) {
        return new AdapterInfo(
                Path.of("x.safetensors"),
                1,
                AdapterLayout.values()[0],
                ModelFamily.values()[0],
                List.of(),
                List.of(),
                title.isEmpty() ? null : title,
                null,
                List.of(),
                null,
                null,
                new LinkedHashMap<>(),
                false,
                new LinkedHashMap<>(Map.of("modelspec.description", description)),
                List.of());
    }
}
