package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonScores;
import atelier.ui.text.Phrase;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings the review panel into a state, for pictures of it.
 *
 * @param model of the panel
 */
public record ReviewExhibit(ReviewModel model) {

    /** Does something once a comparison is open. */
    private void whenOpen(Consumer<OpenComparison> then) {
        boolean[] done = {false};
        model.cells()
                .open()
                .subscribe(open -> {
                    if (open != null && !done[0]) {
                        done[0] = true;
                        then.accept(open);
                    }
                });
    }

    /** Shows scores that need not be true. */
    public void scores(Function<Comparison, ComparisonScores> scores) {
        whenOpen(open -> model.exhibit(scores.apply(open.comparison())));
    }

    /** Looks at cells in a way, one of them being chosen. */
    public void look(ReviewView view, Function<Comparison, Cell> cell) {
        whenOpen(open -> {
            model.cells().chosen().set(cell.apply(open.comparison()));
            model.cells().look(view);
        });
    }

    /**
     * Votes blind.
     *
     * @param named whether it is said already who is who
     */
    public void blind(boolean named) {
        whenOpen(_ -> {
            model.voteBlind();
            if (named) {
                model.blind().reveal();
            }
        });
    }

    /** Orders a comparison like the open one. */
    public void order() {
        whenOpen(_ -> model.widen());
    }

    /** Shows that there is no comparison. */
    public void nothing() {
        model.exhibit((Phrase) null);
    }

    /** Shows that nothing could be read. */
    public void unread(Phrase why) {
        model.exhibit(why);
    }
}
