package atelier.ui.review;

import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.model.review.VoteOutcome;
import atelier.service.review.vote.BlindVoting;
import atelier.service.review.vote.Standings;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Blind votes on the open comparison: two cells at a time, and who stands where. */
final class BlindModel {

    /** Draws the pairs of every round alike. */
    static final long SEED = 1;

    private final Background background;
    private final ToastModel toasts;
    private final ReadOnlyObjectWrapper<BlindState> state =
            new ReadOnlyObjectWrapper<>(BlindState.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final BooleanProperty blinking = new SimpleBooleanProperty();
    private final Zoom zoom = new Zoom();
    private @Nullable BlindVoting voting;
    private @Nullable OpenComparison open;

    /**
     * @param toasts tells what could not be done
     */
    BlindModel(Background background, ToastModel toasts) {
        // One vote after the other, as they were given.
        this.background = background.inOrder();
        this.toasts = toasts;
    }

    private record Begun(BlindVoting voting, BlindState state) {}

    /** Goes on with the votes on a comparison. */
    void begin(OpenComparison now) {
        open = now;
        voting = null;
        busy.set(true);
        revealed.set(false);
        blinking.set(false);
        zoom.reset();
        state.set(BlindState.NOTHING);
        problem.set(null);
        background.run(
                () -> {
                    BlindVoting begun = new BlindVoting(now.folder(), SEED);
                    return new Begun(begun, look(begun));
                },
                begun -> {
                    if (now.equals(open)) {
                        voting = begun.voting();
                        took(begun.state());
                    }
                },
                failure -> {
                    busy.set(false);
                    problem.set(Phrase.why(failure));
                });
    }

    private static BlindState look(BlindVoting voting) {
        Standings standings = voting.standings();
        return new BlindState(
                voting.next().orElse(null),
                voting.votes(),
                standings.all(),
                standings.votesToTell().orElse(-1),
                voting.contenders());
    }

    private void took(BlindState now) {
        busy.set(false);
        state.set(now);
    }

    /** Votes on what is shown, unless it is said who is who: then it would not be blind. */
    void vote(VoteOutcome outcome) {
        BlindPair pair = state.get().pair();
        if (pair != null && !revealed.get()) {
            change(voter -> voter.vote(pair, outcome));
        }
    }

    /** Puts what is shown off. */
    void skip() {
        BlindPair pair = state.get().pair();
        if (pair != null) {
            change(voter -> voter.skip(pair));
        }
    }

    /** Takes the last vote back. */
    void undo() {
        change(BlindVoting::undo);
    }

    /** What is done to the votes. */
    @FunctionalInterface
    private interface Change {

        void to(BlindVoting voting);
    }

    private void change(Change change) {
        BlindVoting voter = voting;
        if (voter == null || busy.get()) {
            return;
        }
        busy.set(true);
        Callable<BlindState> work =
                () -> {
                    change.to(voter);
                    return look(voter);
                };
        background.run(
                work,
                now -> {
                    if (voter.equals(voting)) {
                        took(now);
                    }
                },
                failure -> {
                    busy.set(false);
                    toasts.show(Toast.failed(failure));
                });
    }

    /** Says who is who; from then on nothing is voted on, until the votes are begun again. */
    void reveal() {
        revealed.set(true);
        blinking.set(false);
    }

    /** How somebody stands. */
    Optional<Standing> standing(Contender contender) {
        return state.get().standings().stream()
                .filter(standing -> standing.contender().equals(contender))
                .findFirst();
    }

    /** The image of a cell. */
    @Nullable Path file(Cell cell) {
        return open == null ? null : open.file(cell);
    }

    /** The cell of that id. */
    @Nullable Cell cell(String id) {
        return voting == null ? null : voting.cell(id);
    }

    /** Which comparison is voted on; null for none. */
    @Nullable OpenComparison open() {
        return open;
    }

    /** How the round stands. */
    ReadOnlyObjectProperty<BlindState> state() {
        return state.getReadOnlyProperty();
    }

    /** Why nothing can be voted on; null where it can. */
    ReadOnlyObjectProperty<@Nullable Phrase> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a vote is being saved. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether it is said who is who. */
    BooleanProperty revealed() {
        return revealed;
    }

    /** Whether both are shown in turn at the same place. */
    BooleanProperty blinking() {
        return blinking;
    }

    /** Which part of both is seen. */
    Zoom zoom() {
        return zoom;
    }
}
