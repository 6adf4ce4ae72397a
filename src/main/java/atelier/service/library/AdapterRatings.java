package atelier.service.library;

import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import atelier.model.library.ImageMarks;
import atelier.model.library.RatedAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks adapters by what their owner thinks of images made with them, cells of comparisons among
 * them. An image made with several counts for each. Methods wait for the disk.
 */
public final class AdapterRatings {

    private final Library library;
    private final AdapterLibrary adapters;

    AdapterRatings(Library library, AdapterLibrary adapters) {
        this.library = library;
        this.adapters = adapters;
    }

    /** Every adapter with its rating, the best first; of equal ones the one with more images. */
    public List<RatedAdapter> ranked() {
        Map<String, List<ImageMarks>> images = marks();
        Map<String, List<ImageMarks>> cells =
                CellStars.byAdapter(library.workspace().comparisons());
        return adapters.all().stream()
                .map(adapter -> {
                    List<ImageMarks> marks = new ArrayList<>();
                    marks.addAll(images.getOrDefault(name(adapter), List.of()));
                    marks.addAll(cells.getOrDefault(adapter.sha256(), List.of()));
                    return new RatedAdapter(adapter, AdapterRating.of(marks));
                })
                .sorted(
                        Comparator.comparingDouble((RatedAdapter one) -> one.rating().stars())
                                .thenComparingInt(one -> one.rating().images())
                                .reversed()
                                .thenComparing(one -> one.adapter().name()))
                .toList();
    }

    private Map<String, List<ImageMarks>> marks() {
        Map<String, List<ImageMarks>> marks = new HashMap<>();
        for (ImageRows.Judged image : library.database().read(ImageRows::judged)) {
            for (String name : image.adapters().split(", ", -1)) {
                marks.computeIfAbsent(name, _ -> new ArrayList<>()).add(image.marks());
            }
        }
        return marks;
    }

    /** The name by which images name an adapter. */
    private static String name(AdapterRecord adapter) {
        return PictureImport.stem(adapter.file());
    }
}
