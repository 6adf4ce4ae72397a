package atelier.service.starter.demo;

import atelier.service.review.score.Likeness;

/**
 * How much nearer to pictures of the subject images come through an adapter, as one {@link
 * Likeness} sees it: mean cosines to pictures that training never saw.
 *
 * @param name of what looked
 * @param base of images without the adapter
 * @param adapted of images of the same prompts and seeds with it
 * @param baseWithout of images without the adapter, of prompts without the trigger
 * @param adaptedWithout of images of those with it: what it gives where nobody asked for the
 *     subject
 * @param ceiling of the unseen pictures among themselves, each against the others left
 */
public record LikenessScore(
        String name,
        double base,
        double adapted,
        double baseWithout,
        double adaptedWithout,
        double ceiling) {

    /** What the adapter gives where the trigger asks for the subject. */
    public double gain() {
        return adapted - base;
    }

    /** How far it goes from the base's value to the ceiling: 1 is all the way. */
    public double way() {
        return gain() / (ceiling - base);
    }

    /**
     * The gain without the trigger over that with it: 0 where the subject comes only if asked for.
     */
    public double leak() {
        return (adaptedWithout - baseWithout) / gain();
    }
}
