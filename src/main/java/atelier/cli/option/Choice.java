package atelier.cli.option;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words, in any case of letters. Also the words themselves, for the help. */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

    private final SequencedMap<String, T> words = new LinkedHashMap<>();

    /**
     * @param words each in lower case, with what it stands for, in the order of the help
     */
    Choice(List<Map.Entry<String, T>> words) {
        words.forEach(word -> this.words.put(word.getKey(), word.getValue()));
    }

    @Override
    public T convert(String value) {
        T meaning = words.get(value.toLowerCase(Locale.ROOT));
        if (meaning == null) {
            throw new TypeConversionException(
                    "'%s' is none of %s".formatted(value, String.join(", ", words.keySet())));
        }
        return meaning;
    }

    @Override
    public Iterator<String> iterator() {
        return words.keySet().iterator();
    }
}
