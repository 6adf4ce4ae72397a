package atelier.service.starter.demo;

import java.util.List;

/**
 * Whether scores show that the subject was learned, and that it comes only where it is asked for.
 */
enum Verdict {
    /** Half the way to the unseen pictures or more, and little without the trigger. */
    LEARNED("✓ learned", "good"),
    /** Learned, but it comes without the trigger, too. */
    LEAKS("learned, but it comes without being asked for, too", "warning"),
    /** Less than half the way. */
    NOT_LEARNED("not learned", "danger");

    /** The least way to the ceiling that counts as learned. */
    static final double LEAST_WAY = 0.5;

    /** The most leak that is fine. */
    static final double MOST_LEAK = 0.4;

    private final String words;
    private final String look;

    Verdict(String words, String look) {
        this.words = words;
        this.look = look;
    }

    /** By the worst of all scores. */
    static Verdict of(List<LikenessScore> scores) {
        // Written so that what is not a number counts as bad. A loss is no gain, even where the
        // base is
        // past the ceiling.
        if (!scores.stream().allMatch(score -> score.gain() > 0 && score.way() >= LEAST_WAY)) {
            return NOT_LEARNED;
        }
        return scores.stream().allMatch(score -> score.leak() <= MOST_LEAK) ? LEARNED : LEAKS;
    }

    /** In a few words. */
    String words() {
        return words;
    }

    /** Class of its chip on a page. */
    String look() {
        return look;
    }
}
