package atelier.service.dataset.caption;

import atelier.model.adapter.TagCount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words and phrases between the commas of captions. */
public final class Tags {

    private Tags() {}

    /** The tags of a caption, in their order. */
    public static List<String> of(String caption) {
        return Stream.of(caption.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** In how many captions each tag stands, in the order of the alphabet. */
    public static Map<String, Integer> count(List<String> captions) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String caption : captions) {
            of(caption).stream().distinct().forEach(tag -> counts.merge(tag, 1, Integer::sum));
        }
        return counts;
    }

    /** The same, most frequent first. */
    public static List<TagCount> ranked(List<String> captions) {
        return count(captions).entrySet().stream()
                .map(entry -> new TagCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(TagCount::count).reversed())
                .toList();
    }
}
