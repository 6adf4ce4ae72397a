package atelier.engine.sdxl.prompt;

import atelier.engine.weights.TokenizerSettings;
import atelier.model.AtelierException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * CLIP's tokenizer: from text to the ids that a text encoder takes (Radford et al., arXiv
 * 2103.00020, section 2.4). Vocabulary, special tokens, padding and length come from the model's
 * files. Safe for use by several threads.
 *
 * <p><b>Which reading.</b> Programs disagree on some texts. This class reads as the text encoders
 * were trained, which is also how the trainers of most SDXL adapters and the widest-used web
 * interface read (Hugging Face's Python tokenizer with ftfy installed; OpenAI's and OpenCLIP's
 * own):
 *
 * <ul>
 *   <li>Copying damage is repaired first, see {@link TextCleaner}: curly quotes become straight,
 *       ligatures and full-width forms plain letters, HTML entities the characters they name. The
 *       Rust tokenizer only composes (NFC) and would encode each of these as rare bytes that the
 *       encoder has hardly seen; so would the Python one without ftfy.
 *   <li>CJK characters are not set apart with spaces, zero-width characters and joined emoji are
 *       kept, as the Rust tokenizer does. (The Python one without ftfy falls back on BERT's rules,
 *       which split the former and drop the latter.)
 *   <li>Decomposed accents are composed, and case is folded by the full Unicode rules, as all do.
 *   <li>{@code <|endoftext|>} in a prompt is the end token, as in all.
 *   <li>{@code !} in a prompt for the second tokenizer is the ordinary token of that word, although
 *       the same symbol pads. In diffusers a prompt's {@code !} becomes padding there, a side
 *       effect of registering padding as special; OpenCLIP was not trained so, and the web
 *       interfaces do not do it either.
 * </ul>
 */
public final class ClipTokenizer {

    static final String BEGIN = TokenizerSettings.BEGIN;
    static final String END = TokenizerSettings.END;

    private static final int CACHED_WORDS = 1 << 14;
    private static final int LONGEST_CACHED_WORD = 64;

    private final BpeModel model;
    private final Map<String, Integer> specials;
    private final WordSplitter splitter;
    private final Map<String, long[]> cache = new ConcurrentHashMap<>();
    private final long begin;
    private final long end;
    private final long padding;
    private final int maxLength;

    /**
     * @param source the model as the user knows it, for messages
     * @throws AtelierException if the configuration names a token that the vocabulary lacks
     */
    ClipTokenizer(String source, BpeModel model, TokenizerConfig config) {
        this.model = model;
        this.specials = new HashMap<>();
        config.added()
                .forEach((token, id) -> {
                    if (model.id(token).isEmpty()) {
                        specials.put(token, id);
                    }
                });
        this.begin = special(source, config.begin());
        this.end = special(source, config.end());
        this.padding = id(source, config.padding());
        this.maxLength = config.maxLength();
        this.splitter = new WordSplitter(specials.keySet());
    }

    /**
     * Reads the tokenizer of a folder with {@code vocab.json} and {@code merges.txt} (or {@code
     * tokenizer.json}) and, if present, {@code tokenizer_config.json} and {@code
     * special_tokens_map.json}.
     *
     * @throws AtelierException if a file is missing or damaged
     */
    public static ClipTokenizer open(Path folder, TokenizerSlot slot) {
        return open(folder, slot, BpeFiles::load);
    }

    /** The same with a way to load what may have been loaded before. */
    static ClipTokenizer open(
            Path folder, TokenizerSlot slot, Function<BpeFiles, BpeModel> loader) {
        BpeFiles files =
                BpeFiles.find(folder)
                        .orElseThrow(() ->
                                new AtelierException(
                                        "%s holds no tokenizer: put CLIP's vocab.json and merges.txt there."
                                                .formatted(folder)));
        return new ClipTokenizer(
                folder.toString(), loader.apply(files), TokenizerConfig.read(folder, slot));
    }

    /** The ids of a text, uncut, without begin, end and padding. Any text has some, or none. */
    public long[] ids(String text) {
        return splitter.split(text).stream()
                .flatMapToLong(word -> LongStream.of(wordIds(word)))
                .toArray();
    }

    /**
     * Begin, the text's ids, end, padding: always {@link #maxLength()} of them. A longer text is
     * cut; the end token stays. Prompts longer than that go through {@link SdxlPrompt}.
     */
    public long[] padded(String text) {
        long[] ids = ids(text);
        return framed(Arrays.copyOf(ids, Math.min(ids.length, maxLength - 2)));
    }

    /** Begin, those ids, end, padding. */
    long[] framed(long[] content) {
        long[] framed = new long[maxLength];
        Arrays.fill(framed, padding);
        framed[0] = begin;
        System.arraycopy(content, 0, framed, 1, content.length);
        framed[content.length + 1] = end;
        return framed;
    }

    /** The ids of one word of a {@link WordSplitter}. */
    long[] wordIds(String word) {
        Integer special = specials.get(word);
        if (special != null) {
            return new long[] {special};
        }
        long[] cached = cache.get(word);
        return cached != null ? cached : encode(word);
    }

    private long[] encode(String word) {
        int[] tokens = model.encode(word.getBytes(StandardCharsets.UTF_8));
        long[] ids = Arrays.stream(tokens).asLongStream().toArray();
        if (word.length() <= LONGEST_CACHED_WORD && cache.size() < CACHED_WORDS) {
            cache.put(word, ids);
        }
        return ids;
    }

    /** The id of a comma that stands as a word; nothing where the vocabulary has none. */
    OptionalLong comma() {
        return model.id("," + ByteSymbols.END_OF_WORD).stream().asLongStream().findFirst();
    }

    /** The tokens that stay whole wherever they stand in a text. */
    Set<String> specials() {
        return Set.copyOf(specials.keySet());
    }

    /** Tokens that the text encoder takes at a time, begin and end included. */
    public int maxLength() {
        return maxLength;
    }

    /** One more than the highest id: rows that the encoder's embedding must have. */
    public int vocabularySize() {
        return specials.values().stream().mapToInt(id -> id + 1).reduce(model.size(), Math::max);
    }

    /** The id before the text. */
    public long begin() {
        return begin;
    }

    /** The id after the text, at whose place the pooled output is taken. */
    public long end() {
        return end;
    }

    /** The id that fills the rest. */
    public long padding() {
        return padding;
    }

    private int special(String source, String token) {
        int id = id(source, token);
        specials.put(token, id);
        return id;
    }

    private int id(String source, String token) {
        return model.id(token)
                .orElseGet(() -> {
                    Integer added = specials.get(token);
                    if (added == null) {
                        throw new AtelierException(
                                "%s has no token %s, which its prompts need: get CLIP's vocab.json again."
                                        .formatted(source, token));
                    }
                    return added;
                });
    }
}
