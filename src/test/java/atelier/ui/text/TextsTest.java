package atelier.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts(Language.ENGLISH);

    @Test
    void whatIsBoundFollowsTheLanguage() {
        ObservableValue<String> bound = texts.follow(Phrase.of("rail.dataset"));
        assertThat(bound.getValue()).isEqualTo("Dataset");
        texts.language().set(Language.RUSSIAN);
        assertThat(bound.getValue()).isEqualTo("Датасет");
    }

    @Test
    void whatIsBoundAndWatchedFollowsTheLanguage() {
        SimpleStringProperty watched = new SimpleStringProperty();
        List<String> seen = new ArrayList<>();
        watched.bind(texts.follow(Phrase.of("rail.dataset")));
        watched.subscribe(value -> seen.add(value));
        texts.language().set(Language.RUSSIAN);
        texts.language().set(Language.ENGLISH);
        assertThat(seen).containsExactly("Dataset", "Датасет", "Dataset");
    }

    @Test
    void whatIsBoundFollowsThePhrase() {
        SimpleObjectProperty<Phrase> phrase = new SimpleObjectProperty<>();
        ObservableValue<String> bound = texts.follow(phrase);
        assertThat(bound.getValue()).isEmpty();
        phrase.set(Phrase.of("job.waiting", 2));
        assertThat(bound.getValue()).isEqualTo("2 waiting");
        texts.language().set(Language.RUSSIAN);
        assertThat(bound.getValue()).isEqualTo("2 в очереди");
    }

    @Test
    void layoutFilesFindMessagesByThePartsOfTheirKeys() {
        ObservableMap<?, ?> rail = (ObservableMap<?, ?>) texts.tree().get("rail");
        assertThat(rail.get("review")).isEqualTo("Review");
        texts.language().set(Language.RUSSIAN);
        assertThat(rail.get("review")).isEqualTo("Сравнение");
    }

    @Test
    void aMissingMessageIsADefect() {
        assertThatThrownBy(() -> texts.say("no.such"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such");
    }

    @Test
    void theSystemsLanguageIsTakenWhereThereIsATranslation() {
        assertThat(Language.of(Locale.forLanguageTag("ru-KZ"))).isEqualTo(Language.RUSSIAN);
        assertThat(Language.of(Locale.FRANCE)).isEqualTo(Language.ENGLISH);
    }
}
