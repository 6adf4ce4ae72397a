package atelier.ui.firststart;

import atelier.ui.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is shown.
 *
 * @param state how far it is
 * @param detail in a sentence
 * @param progress from 0 to 1, negative while it is not known; null where nothing goes
 */
public record StepView(StepState state, Phrase detail, @Nullable Double progress) {

    /** One that nothing is done for at the moment. */
    static StepView of(StepState state, Phrase detail) {
        return new StepView(state, detail, null);
    }

    /** One that goes. */
    static StepView working(Phrase detail, double progress) {
        return new StepView(StepState.WORKING, detail, progress);
    }
}
