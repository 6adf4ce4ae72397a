package atelier.service.dataset;

import atelier.model.dataset.Dataset;
import atelier.model.dataset.LeftOut;
import java.nio.file.Path;
import java.util.List;

/**
 * Names files of a folder that is gone after the work by where the user has them.
 *
 * @param folder where the work saw them
 * @param source where they are
 */
record PathNames(Path folder, Path source) {

    /** The dataset, with the user's names in its sentences; its files keep theirs. */
    Dataset in(Dataset dataset) {
        return new Dataset(
                dataset.folder(),
                dataset.pictures(),
                dataset.leftOut().stream()
                        .map(left -> new LeftOut(left.file(), in(left.reason()), left.copyOf()))
                        .toList(),
                in(dataset.notes()),
                in(dataset.obstacles()));
    }

    private List<String> in(List<String> sentences) {
        return sentences.stream().map(this::in).toList();
    }

    private String in(String sentence) {
        return sentence.replace(folder.toString(), source.toString());
    }
}
