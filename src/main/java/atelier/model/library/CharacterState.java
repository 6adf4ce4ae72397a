package atelier.model.library;

import java.util.Set;

/** Where a character is in its life. */
public enum CharacterState {
    /** Pictures are being gathered. */
    DRAFT,
    /** It can be trained. */
    READY,
    /** A run trains it. */
    TRAINING,
    /** It has its adapter. */
    COMPLETED,
    /** Its training failed, or what it needs is gone. */
    ERROR;

    /** What it may become next. */
    public Set<CharacterState> next() {
        return switch (this) {
            case DRAFT -> Set.of(READY);
            case READY -> Set.of(DRAFT, TRAINING);
            // A run that is cancelled leaves it as ready as it was.
            case TRAINING -> Set.of(COMPLETED, READY, ERROR);
            case COMPLETED -> Set.of(READY, DRAFT, TRAINING, ERROR);
            case ERROR -> Set.of(DRAFT, READY, TRAINING, COMPLETED);
        };
    }
}
