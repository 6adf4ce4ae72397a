package atelier.ui.firststart;

import atelier.ui.text.Phrase;

/**
 * The three steps as they are shown.
 *
 * @param look at the pictures
 * @param train on them
 * @param draw something new
 */
record StepViews(StepView look, StepView train, StepView draw) {

    /** Before it is known what there is. */
    static final StepViews UNKNOWN =
            new StepViews(
                    StepView.working(Phrase.of("first.brings"), -1),
                    StepView.of(StepState.ASLEEP, Phrase.of("first.after-pictures")),
                    StepView.of(StepState.ASLEEP, Phrase.of("first.after-pictures")));

    /** The same with another first step. */
    StepViews withLook(StepView now) {
        return new StepViews(now, train, draw);
    }
}
