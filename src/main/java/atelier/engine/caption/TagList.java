package atelier.engine.caption;

import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of a WD tagger in the order of its answers, from the {@code selected_tags.csv} that
 * belongs to it: a line of column names, then a line for each tag with its number, its name, its
 * category and how often it was seen.
 *
 * @param tags all of them
 */
public record TagList(List<KnownTag> tags) {

    /** A name with a comma in it stands between quotes, which it doubles. */
    private static final Pattern LINE =
            Pattern.compile("\\d+,(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*)),(\\d+)(?:,.*)?");

    /** Copies the list. */
    public TagList {
        tags = List.copyOf(tags);
    }

    /**
     * Takes a list from its lines.
     *
     * @param file where they were read
     * @throws AtelierException if it is no such list
     */
    public static TagList of(Path file, List<String> lines) {
        List<KnownTag> tags = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                tags.add(tag(file, i + 1, lines.get(i)));
            }
        }
        if (tags.isEmpty()) {
            throw new AtelierException(
                    file + " names no tags: get the selected_tags.csv that belongs to the tagger.");
        }
        return new TagList(tags);
    }

    private static KnownTag tag(Path file, int number, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AtelierException(
                    "Line %d of %s is no tag with its number and category: get the selected_tags.csv that belongs to the tagger."
                            .formatted(number, file));
        }
        String quoted = parts.group(1);
        return new KnownTag(
                quoted == null ? parts.group(2) : quoted.replace("\"\"", "\""),
                TagKind.of(Integer.parseInt(parts.group(3))));
    }
}
