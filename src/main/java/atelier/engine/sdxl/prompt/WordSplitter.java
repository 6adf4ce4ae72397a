package atelier.engine.sdxl.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into the words that byte-pair encoding works on, as CLIP does: special tokens,
 * English contractions, runs of letters, single digits, runs of anything else but white space.
 */
final class WordSplitter {

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Pattern special;
    private final Pattern word;

    /**
     * @param specials tokens that stay whole wherever they stand; at least one
     */
    WordSplitter(Collection<String> specials) {
        String whole =
                specials.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        this.special = Pattern.compile(whole);
        this.word =
                Pattern.compile(
                        whole + "|'(?:s|t|re|ve|m|ll|d)|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", FLAGS);
    }

    /** The words of a text, cleaned by {@link TextCleaner} but for the special tokens. */
    List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher found = special.matcher(text);
        int begin = 0;
        while (found.find()) {
            addWords(words, text.substring(begin, found.start()));
            words.add(found.group());
            begin = found.end();
        }
        addWords(words, text.substring(begin));
        return words;
    }

    private void addWords(List<String> words, String text) {
        Matcher found = word.matcher(TextCleaner.clean(text));
        while (found.find()) {
            words.add(found.group());
        }
    }
}
