package atelier.ui.library;

import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AuditRow;
import atelier.model.library.RunRecord;
import atelier.model.review.SubjectAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one thing when it is looked at.
 *
 * @param item its slug or file
 * @param history its changes, the newest first
 * @param runs a character's, the newest first
 * @param info what an adapter's file says of itself; null for other things, and where it cannot be
 *     read
 * @param unreadable why the file cannot be read; empty where it can
 * @param analysis what was seen in a character's pictures; null where nobody looked
 */
record Details(
        String item,
        List<AuditRow> history,
        List<RunRecord> runs,
        @Nullable AdapterInfo info,
        String unreadable,
        @Nullable SubjectAnalysis analysis) {

    /** Of nothing. */
    static final Details NONE = new Details("", List.of(), List.of(), null, "", null);

    /** Copies the lists. */
    Details {
        history = List.copyOf(history);
        runs = List.copyOf(runs);
    }
}
