package atelier.model.dataset;

import java.util.List;

/**
 * Where the captions of a subset come from and what training does with them.
 *
 * @param endings of caption files, such as ".txt", in lower case
 * @param fallback the caption of pictures that have none; empty for none
 * @param prefix put in front of each; empty for none
 * @param suffix put behind each; empty for none
 * @param shuffle whether the tags change places at each step
 * @param keptTags how many tags at the front stay where they are
 * @param keptSeparator text behind the tags that stay where they are; empty for none
 * @param dropout share of the steps that see no caption, from 0 to 1
 * @param tagDropout share of the tags left out at each step, from 0 to 1
 */
public record CaptionRule(
        List<String> endings,
        String fallback,
        String prefix,
        String suffix,
        boolean shuffle,
        int keptTags,
        String keptSeparator,
        double dropout,
        double tagDropout) {

    /** Text files of both usual endings, as they are. */
    public static final CaptionRule PLAIN =
            new CaptionRule(List.of(".txt", ".caption"), "", "", "", false, 0, "", 0, 0);

    /** Copies the list. */
    public CaptionRule {
        endings = List.copyOf(endings);
    }

    /** The same with another caption for pictures that have none. */
    public CaptionRule withFallback(String text) {
        return new CaptionRule(
                endings,
                text,
                prefix,
                suffix,
                shuffle,
                keptTags,
                keptSeparator,
                dropout,
                tagDropout);
    }
}
