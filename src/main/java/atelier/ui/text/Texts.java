package atelier.ui.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;

/** What the window says in the language chosen; whatever is bound to it follows the choice. */
public final class Texts {

    private static final String BUNDLE = "atelier.ui.text.messages";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private final TextTree tree = new TextTree();
    private final Map<Language, Map<String, String>> read = new EnumMap<>(Language.class);
    private final Map<Language, Sentences> sentences = new EnumMap<>(Language.class);

    /** Begins in that language. */
    public Texts(Language first) {
        language.set(first);
        language.subscribe(chosen -> tree.fill(messages(chosen)));
    }

    private Map<String, String> messages(Language chosen) {
        return read.computeIfAbsent(chosen, Texts::read);
    }

    private static Map<String, String> read(Language language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, language.locale(), NO_OTHER_LANGUAGE);
        return bundle.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), bundle::getString));
    }

    /** The language chosen. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** The messages by the parts of their keys, for layout files. */
    public ObservableMap<String, Object> tree() {
        return tree.root();
    }

    /**
     * A phrase in the language chosen.
     *
     * @throws MissingResourceException if there is no such message
     */
    public String say(Phrase phrase) {
        return new MessagePattern(message(phrase.key()))
                .fill(new Numbers(language.get(), this::message), phrase.arguments(), this::say);
    }

    String say(Saying saying) {
        return switch (saying) {
            case Phrase phrase -> say(phrase);
            case Sentence sentence ->
                    sentences
                            .computeIfAbsent(language.get(), Sentences::of)
                            .say(sentence.english());
        };
    }

    /** The message of a key with its arguments, in the language chosen. */
    public String say(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /** What an engine or a service says in English, in the language chosen where it is known. */
    public String said(String english) {
        return say(Phrase.said(english));
    }

    /** What a setting is, its number written as the language writes it. */
    public String written(String value) {
        return new Numbers(language.get(), this::message).written(value);
    }

    /** A phrase that follows the language. */
    public ObservableValue<String> follow(Phrase phrase) {
        return Bindings.createStringBinding(() -> say(phrase), language);
    }

    /** A phrase that follows the language and what there is to say; empty where that is null. */
    public ObservableValue<String> follow(ObservableValue<Phrase> phrase) {
        return Bindings.createStringBinding(
                () -> phrase.getValue() == null ? "" : say(phrase.getValue()), phrase, language);
    }

    private String message(String key) {
        // By the language itself, as what is bound may ask before other listeners hear of a change.
        String message = messages(language.get()).get(key);
        if (message == null) {
            throw new MissingResourceException("There is no message " + key, BUNDLE, key);
        }
        return message;
    }
}
