package atelier.ui.restoration;

import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestoredPicture;
import atelier.ui.text.Phrase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the list.
 *
 * @param source its file
 * @param state how it stands
 * @param result what became of it; null where nothing did yet
 */
public record RestorationEntry(Path source, EntryState state, @Nullable RestoredPicture result) {

    /** One that nothing was done to. */
    public static RestorationEntry of(Path source) {
        return new RestorationEntry(source, EntryState.NEW, null);
    }

    /**
     * One that was ordered.
     *
     * @param now whether it is its turn
     */
    public static RestorationEntry waiting(Path source, boolean now) {
        return new RestorationEntry(source, now ? EntryState.RUNNING : EntryState.WAITING, null);
    }

    /** With a result. */
    public static RestorationEntry of(RestoredPicture result) {
        return new RestorationEntry(result.source(), EntryState.of(result), result);
    }

    /** Its file's name. */
    String name() {
        return source.getFileName().toString();
    }

    /** How it stands, in a few words. */
    Phrase words() {
        RestoredPicture known = result;
        if (known == null || state == EntryState.WAITING || state == EntryState.RUNNING) {
            return Phrase.of("rest.entry-" + state.id());
        }
        int restored = known.count(FaceOutcome.RESTORED);
        return switch (state) {
            case FAILED -> Phrase.of("rest.entry-failed");
            case CHECK -> Phrase.of("rest.entry-check");
            case DONE ->
                    restored > 0
                            ? Phrase.of("rest.entry-faces", restored)
                            : Phrase.of("rest.entry-larger");
            default ->
                    known.faces().isEmpty()
                            ? Phrase.of("rest.entry-no-face")
                            : Phrase.of(
                                    "rest.entry-" + outcome(known.faces().getFirst().outcome()));
        };
    }

    private static String outcome(FaceOutcome outcome) {
        return switch (outcome) {
            case RESTORED -> "done";
            case LEFT_ALONE -> "left";
            case LARGE_ENOUGH -> "large";
            case TOO_SMALL -> "small";
            case TOO_LARGE -> "too-large";
        };
    }
}
