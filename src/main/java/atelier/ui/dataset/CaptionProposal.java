package atelier.ui.dataset;

import atelier.service.dataset.caption.CaptionEdit;
import java.util.List;

/**
 * Captions that are proposed.
 *
 * @param edit what would be done
 * @param changes what it would change; none where everything is said already
 */
public record CaptionProposal(CaptionEdit edit, List<ProposedCaption> changes) {

    /** Copies the list. */
    public CaptionProposal {
        changes = List.copyOf(changes);
    }
}
