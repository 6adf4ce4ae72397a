package atelier.service.dataset.source;

import atelier.model.dataset.LeftOut;
import java.util.List;

/**
 * What a source holds, before any picture is looked at.
 *
 * @param subsets in the order of their folders
 * @param leftOut files and folders that are not looked at
 * @param notes what else the user should know, each a sentence
 */
public record Listing(List<SubsetFiles> subsets, List<LeftOut> leftOut, List<String> notes) {

    /** Copies the lists. */
    public Listing {
        subsets = List.copyOf(subsets);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }
}
