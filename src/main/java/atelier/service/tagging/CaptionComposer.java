package atelier.service.tagging;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.service.dataset.caption.CaptionText;
import atelier.service.dataset.caption.Captions;
import atelier.service.dataset.caption.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes captions of what taggers found. */
final class CaptionComposer {

    /** Faces such as {@code ^_^} keep their underscore. */
    private static final int LONGEST_FACE = 3;

    private final TaggingWish wish;
    private final Set<String> unwanted = new HashSet<>();

    CaptionComposer(TaggingWish wish) {
        this.wish = wish;
        wish.unwanted().forEach(tag -> unwanted.add(folded(tag)));
    }

    /**
     * The caption of a picture.
     *
     * @param found in the order in which to say it
     */
    String caption(DatasetPicture picture, List<FoundTag> found) {
        List<String> tags = new ArrayList<>();
        if (wish.existing() == ExistingCaptions.ADD) {
            tags.addAll(Tags.of(Captions.written(picture)));
        }
        Set<String> said = new HashSet<>(unwanted);
        tags.forEach(tag -> said.add(folded(tag)));
        for (FoundTag tag : found) {
            if (tag.confidence() >= least(tag) && said.add(folded(tag.words()))) {
                tags.add(written(tag.words()));
            }
        }
        String caption = String.join(", ", tags);
        return picture.subset().regularisation()
                ? caption
                : CaptionText.withTrigger(caption, wish.trigger());
    }

    private double least(FoundTag tag) {
        return tag.character() ? wish.characterThreshold() : wish.threshold();
    }

    private String written(String words) {
        return wish.underscores() || words.length() <= LONGEST_FACE
                ? words
                : words.replace('_', ' ');
    }

    private static String folded(String tag) {
        return CaptionText.oneLine(tag.replace('_', ' ')).toLowerCase(Locale.ROOT);
    }
}
