package atelier.model.library;

import java.util.Collection;

/**
 * What images made with an adapter are worth to their owner: the posterior mean of the stars under
 * a uniform Dirichlet prior over 1 to 5, which is (15 + Σ stars) / (5 + n), as if each number had
 * been given once before (Laplace's rule of succession; Gelman et al., Bayesian Data Analysis, 3rd
 * edition, §3.4). So one image of 5 stars, 3.3, does not beat twenty of 4, 3.8.
 *
 * @param stars 1 to 5; 3 where no image says anything
 * @param images how many say something
 */
public record AdapterRating(double stars, int images) {

    private static final int LEVELS = ImageMarks.MOST_STARS;
    private static final int PRIOR = LEVELS * (LEVELS + 1) / 2;

    /**
     * The rating by images.
     *
     * @param marks of all that were made with an adapter; those that say nothing do not count
     */
    public static AdapterRating of(Collection<ImageMarks> marks) {
        int[] worths = marks.stream().flatMapToInt(one -> one.worth().stream()).toArray();
        double sum = PRIOR;
        for (int worth : worths) {
            sum += worth;
        }
        return new AdapterRating(sum / (LEVELS + worths.length), worths.length);
    }

    /** Whether any image says something. */
    public boolean isKnown() {
        return images > 0;
    }
}
