package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How often an epoch shows each picture, as sd-scripts counts. */
public final class EpochRepeats {

    private EpochRepeats() {}

    /**
     * The repeats of each picture, in their order. Pictures of the subject have those of their
     * subset; regularisation pictures are filled up in turn, or cut off, so that there are as many
     * of the one kind as of the other.
     */
    public static List<Integer> of(List<DatasetPicture> pictures) {
        List<Integer> repeats = new ArrayList<>(Collections.nCopies(pictures.size(), 0));
        List<Integer> others = new ArrayList<>();
        long wanted = 0;
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).subset().regularisation()) {
                others.add(i);
            } else {
                repeats.set(i, pictures.get(i).subset().repeats());
                wanted += repeats.get(i);
            }
        }
        long shown = 0;
        for (boolean first = true; shown < wanted && !others.isEmpty(); first = false) {
            for (int index : others) {
                int more = first ? pictures.get(index).subset().repeats() : 1;
                repeats.set(index, repeats.get(index) + more);
                shown += more;
                if (shown >= wanted) {
                    break;
                }
            }
        }
        return repeats;
    }
}
