package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The captions of some folders: text files of the same name as a picture, beside it. */
public final class Captions {

    private final Map<Path, Path> byStem = new TreeMap<>();
    private final Map<Path, String> texts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param files of which those are captions that {@link #isCaption} says
     * @param endings of caption files, in lower case
     */
    public Captions(List<Path> files, List<String> endings) {
        for (Path file : files) {
            if (isCaption(file, endings)) {
                try {
                    add(file, CaptionText.oneLine(CaptionFile.read(file)));
                } catch (AtelierException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void add(Path file, String text) {
        Path other = byStem.putIfAbsent(stem(file), file);
        if (other != null && !text.equals(texts.get(other))) {
            problems.add(
                    "%s and %s both describe one picture, in different words: delete one of them."
                            .formatted(other, file.getFileName()));
        }
        texts.put(file, text);
    }

    /** Whether a file's name is that of a caption. */
    public static boolean isCaption(Path file, List<String> endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /**
     * What keeps captions from being used, each a sentence: one cannot be read or is no UTF-8, or a
     * picture has two that say different things.
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The caption of a picture in one line; empty where there is none. */
    public String of(Path picture) {
        Path file = file(picture);
        return file == null ? "" : texts.getOrDefault(file, "");
    }

    /**
     * What stands in the file of a picture's caption, in one line, without what a subset puts
     * around it; empty where there is none.
     *
     * @throws AtelierException if it cannot be read
     */
    public static String written(DatasetPicture picture) {
        Path file = picture.captionFile();
        return file == null ? "" : CaptionText.oneLine(CaptionFile.read(file));
    }

    /** The file of a picture's caption; null where there is none. */
    public @Nullable Path file(Path picture) {
        return byStem.get(stem(picture));
    }

    /** The caption files, each with the path that its picture would have but for the ending. */
    public Map<Path, Path> stems() {
        Map<Path, Path> stems = new TreeMap<>();
        texts.keySet().forEach(file -> stems.put(file, stem(file)));
        return stems;
    }

    /** The path without its ending. */
    public static Path stem(Path file) {
        return file.resolveSibling(
                file.getFileName().toString().replaceFirst("(?s)(.)\\.[^.]*\\z", "$1"));
    }
}
