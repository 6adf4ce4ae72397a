package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.model.dataset.CaptionRule;
import atelier.model.training.CaptionSettings;
import atelier.service.dataset.caption.CaptionText;
import atelier.service.dataset.caption.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Decides under which of its caption's words a picture is shown, from the run's seed and the
 * showing's place in the run alone. As sd-scripts has it, words are either dropped whole, or their
 * tags change places and are dropped one by one, but for those at the front.
 *
 * @param settings what is done
 * @param separator text that stands behind the tags that stay, instead of a number of them, and a
 *     second time before those at the end that stay; empty for none. It is never shown.
 * @param dropoutEpochs each so-manieth epoch shows no words; 0 none
 * @param trigger which stays where it is at the front, and wherever it is
 * @param seed of the run
 */
record CaptionDraw(
        CaptionSettings settings, String separator, int dropoutEpochs, String trigger, long seed) {

    /** The parts of a caption. */
    private record Words(List<String> front, List<String> loose, List<String> back) {

        String joined(List<String> middle) {
            List<String> all = new ArrayList<>(front);
            all.addAll(middle);
            all.addAll(back);
            return String.join(", ", all);
        }
    }

    /** What a subset's own rule leaves of the plan. */
    static CaptionDraw of(CaptionSettings plan, CaptionRule own, String trigger, long seed) {
        return new CaptionDraw(
                new CaptionSettings(
                        Objects.requireNonNullElse(own.dropout(), plan.captionDropout()),
                        Objects.requireNonNullElse(own.shuffle(), plan.shuffleCaption()),
                        Objects.requireNonNullElse(own.keptTags(), plan.keepTokens()),
                        Objects.requireNonNullElse(own.tagDropout(), plan.tagDropout())),
                own.keptSeparator(),
                own.dropoutEpochs(),
                trigger,
                seed);
    }

    /** All words in their order. */
    String whole(String caption) {
        return isSeparated(caption) ? shown(words(caption)) : caption;
    }

    /** Whether some showings are without words. */
    boolean drops() {
        return settings.captionDropout() > 0 || dropoutEpochs > 0;
    }

    /** Whether some showings are neither whole nor without words. */
    boolean varies(String caption) {
        int loose = words(caption).loose().size();
        return (settings.shuffleCaption() && loose > 1) || (settings.tagDropout() > 0 && loose > 0);
    }

    /**
     * The words of one showing.
     *
     * @param epoch of the place, from 1
     * @param place in the run, from 0
     * @return empty where they are dropped
     */
    String at(String caption, long epoch, long place) {
        TorchRandom random = new TorchRandom(Seeds.of(seed, place, "caption"));
        boolean dropped = random.uniform(1)[0] < settings.captionDropout();
        if (dropped || (dropoutEpochs > 0 && epoch % dropoutEpochs == 0)) {
            return "";
        }
        if (!varies(caption)) {
            return whole(caption);
        }
        Words words = words(caption);
        List<String> loose =
                settings.shuffleCaption() ? Shuffle.of(words.loose(), random) : words.loose();
        return words.joined(
                loose.stream()
                        .filter(tag ->
                                random.uniform(1)[0] >= settings.tagDropout()
                                        || CaptionText.mentions(tag, trigger))
                        .toList());
    }

    private static String shown(Words words) {
        return words.joined(words.loose());
    }

    private boolean isSeparated(String caption) {
        return !separator.isEmpty() && caption.contains(separator);
    }

    private Words words(String caption) {
        if (isSeparated(caption)) {
            String[] parts = caption.split(Pattern.quote(separator), 3);
            return new Words(
                    Tags.of(parts[0]),
                    Tags.of(parts[1]),
                    parts.length < 3 ? List.of() : Tags.of(parts[2].replace(separator, ",")));
        }
        List<String> tags = Tags.of(caption);
        int kept = Math.min(tags.size(), Math.max(settings.keepTokens(), ofTrigger(tags)));
        return new Words(tags.subList(0, kept), tags.subList(kept, tags.size()), List.of());
    }

    /** How many tags at the front the trigger takes; it may have commas, too. */
    private int ofTrigger(List<String> tags) {
        List<String> own = Tags.of(trigger);
        int most = Math.min(own.size(), tags.size());
        boolean begins =
                most > 0
                        && CaptionText.mentions(
                                String.join(", ", tags.subList(0, most)), String.join(", ", own));
        return begins ? most : 0;
    }
}
