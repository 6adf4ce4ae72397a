package atelier.model.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the captions of a subset come from and what training does with them; null for what is as
 * the plan says.
 *
 * @param endings of caption files, such as ".txt", in lower case
 * @param fallback the caption of pictures that have none; empty for none
 * @param prefix put in front of each; empty for none
 * @param suffix put behind each; empty for none
 * @param shuffle whether the tags change places at each showing
 * @param keptTags how many tags at the front stay where they are
 * @param keptSeparator text behind the tags that stay where they are; empty for none
 * @param dropout share of the showings without a caption, from 0 to 1
 * @param dropoutEpochs each so-manieth epoch shows no captions; 0 none
 * @param tagDropout share of the tags left out at each showing, from 0 to 1
 */
public record CaptionRule(
        List<String> endings,
        String fallback,
        String prefix,
        String suffix,
        @Nullable Boolean shuffle,
        @Nullable Integer keptTags,
        String keptSeparator,
        @Nullable Double dropout,
        int dropoutEpochs,
        @Nullable Double tagDropout) {

    /** Text files of both usual endings, as they are. */
    public static final CaptionRule PLAIN =
            new CaptionRule(List.of(".txt", ".caption"), "", "", "", null, null, "", null, 0, null);

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
                dropoutEpochs,
                tagDropout);
    }
}
