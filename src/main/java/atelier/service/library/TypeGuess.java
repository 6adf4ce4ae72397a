package atelier.service.library;

import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AdapterType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an adapter that comes without a word about its type is taken for. Files have no field for
 * it, so the words decide by which their authors and training tools describe them.
 */
final class TypeGuess {

    /** Metadata in which authors say what it is. */
    private static final List<String> DESCRIPTIONS =
            List.of(
                    "modelspec.description",
                    "modelspec.tags",
                    "ss_output_name",
                    "ss_training_comment");

    /** The first that is found counts. */
    private static final Map<AdapterType, List<String>> WORDS =
            Map.of(
                    AdapterType.STYLE, List.of("style", "стиль"),
                    AdapterType.PORTRAIT, List.of("portrait", "face", "портрет", "лицо"),
                    AdapterType.PRODUCT, List.of("product", "предмет", "товар"));

    private TypeGuess() {}

    /**
     * The type whose rules the adapter keeps: without a trigger only a general one does; with one
     * it is a character, unless its words say otherwise.
     *
     * @param name of its file
     * @param trigger what calls it up; may be empty
     */
    static AdapterType of(String name, AdapterInfo info, String trigger) {
        if (trigger.isBlank()) {
            return AdapterType.GENERAL;
        }
        String said =
                Stream.concat(
                                Stream.of(name, Objects.requireNonNullElse(info.title(), "")),
                                DESCRIPTIONS.stream()
                                        .map(key -> info.metadata().getOrDefault(key, "")))
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT);
        return Stream.of(AdapterType.STYLE, AdapterType.PORTRAIT, AdapterType.PRODUCT)
                .filter(type -> has(said, WORDS.getOrDefault(type, List.of())))
                .filter(type -> type.problem(name, trigger, true).isEmpty())
                .findFirst()
                .orElse(AdapterType.CHARACTER);
    }

    /** Whole words, so that a surface is no face; underscores part them, too. */
    private static boolean has(String said, List<String> words) {
        return Stream.of(said.split("[^\\p{L}\\p{N}]+")).anyMatch(words::contains);
    }
}
