package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The captions of a folder: text files of the same name as a picture, beside it. */
final class Captions {

    private static final List<String> ENDINGS = List.of(".txt", ".caption");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Map<String, Path> byStem = new TreeMap<>();
    private final Map<Path, String> texts = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param files of which those are captions that {@link #isCaption} says
     * @throws AtelierException if one cannot be read or is no UTF-8, or a picture has two that say
     *     different things
     */
    Captions(List<Path> files) {
        for (Path file : files) {
            if (isCaption(file)) {
                add(file, read(file));
            }
        }
    }

    private void add(Path file, String text) {
        Path other = byStem.putIfAbsent(stem(file), file);
        if (other != null && !text.equals(texts.get(other))) {
            throw new AtelierException(
                    "%s and %s both describe one picture, in different words: delete one of them."
                            .formatted(other, file.getFileName()));
        }
        texts.put(file, text);
    }

    /** Whether a file's name is that of a caption. */
    static boolean isCaption(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The caption of a picture in one line; empty where there is none. */
    String of(Path picture) {
        Path file = byStem.get(stem(picture));
        return file == null ? "" : texts.getOrDefault(file, "");
    }

    /** The caption files, each with the name that its picture would have but for the ending. */
    Map<Path, String> stems() {
        Map<Path, String> stems = new TreeMap<>();
        texts.keySet().forEach(file -> stems.put(file, stem(file)));
        return stems;
    }

    /** The name without its ending. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static String read(Path file) {
        try {
            String text = Utf8.decode(Files.readAllBytes(file));
            if (text == null) {
                throw new AtelierException(
                        file + " is no UTF-8 text: save the caption again as UTF-8.");
            }
            String plain =
                    text.startsWith(BYTE_ORDER_MARK)
                            ? text.substring(BYTE_ORDER_MARK.length())
                            : text;
            return plain.replaceAll("\\s+", " ").strip();
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * A caption that names its subject: with the trigger in front, unless it is in there already,
     * in any case of letters, as words of its own.
     */
    static String withTrigger(String caption, String trigger) {
        Pattern words =
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(trigger) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        if (words.matcher(caption).find()) {
            return caption;
        }
        return caption.isEmpty() ? trigger : trigger + ", " + caption;
    }
}
