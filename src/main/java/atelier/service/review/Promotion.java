package atelier.service.review;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.service.library.AdapterLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the winner of a comparison into the library, where its card tells where it comes from. */
public final class Promotion {

    private static final double PERCENT = 100;

    private final AdapterLibrary adapters;

    /** Promotes into that library. */
    public Promotion(AdapterLibrary adapters) {
        this.adapters = adapters;
    }

    /**
     * What is known of a winner.
     *
     * @param comparison its name
     * @param winner not the plain model
     * @param quality of its cells, 0 to 1; null where not measured
     * @param standing after blind votes; null where there were none
     */
    public record Grounds(
            String comparison,
            Contender winner,
            @Nullable Double quality,
            @Nullable Standing standing) {

        /** In one sentence. */
        public String sentence() {
            List<String> parts = new ArrayList<>();
            parts.add(
                    "Chosen in the comparison %s on %s at strength %s"
                            .formatted(comparison, winner.model(), winner.column().strength()));
            if (quality != null) {
                parts.add(String.format(Locale.ROOT, "quality %.3f", quality));
            }
            if (standing != null && standing.votes() > 0) {
                parts.add(
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of %d blind votes, Elo %.0f ± %.0f",
                                PERCENT * standing.winRate(),
                                standing.votes(),
                                standing.elo(),
                                standing.range()));
            }
            return String.join(", ", parts) + ".";
        }
    }

    /**
     * Copies the winner's file into the library, unless it is there, and writes the grounds into
     * its card and the history.
     *
     * @param type what it teaches
     * @param trigger what calls it up; empty to take what the file says
     * @param character slug of the character that it was trained on; empty for none
     * @throws IllegalArgumentException if the winner is the plain model
     * @throws atelier.model.AtelierException if the file is gone, or lacks what its type must have
     */
    public AdapterRecord promote(
            Grounds grounds, AdapterType type, String trigger, String character) {
        ComparedAdapter winner = grounds.winner().column().adapter();
        if (winner == null) {
            throw new IllegalArgumentException("the plain model is in the library already");
        }
        String why = grounds.sentence();
        AdapterRecord added = adapters.addOnce(winner.file(), type, trigger, character, why);
        String note = added.note().isEmpty() ? why : added.note() + "\n" + why;
        return added.note().contains(why)
                ? added
                : adapters.set(added.file(), AdapterField.NOTE, note, why);
    }
}
