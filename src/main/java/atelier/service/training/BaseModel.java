package atelier.service.training;

import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Knows the model of a run by the content of its files. */
final class BaseModel {

    private final FileHashing hashes;

    BaseModel(FileHashing hashes) {
        this.hashes = hashes;
    }

    /** The files of a model, with the hash of each. */
    List<ModelFile> files(Checkpoint checkpoint, ProgressListener progress, CancelToken cancel) {
        return checkpoint.files().stream()
                .map(file -> ModelFile.of(file, hashes.sha256(file.path(), progress, cancel)))
                .toList();
    }

    /**
     * Checks that a model is the one of a run. A file of the same size and time counts as the same;
     * others are read.
     *
     * @return its files
     * @throws AtelierException that names the first file that is another
     */
    List<ModelFile> same(
            Checkpoint checkpoint,
            PlanFile plan,
            RunFile run,
            ProgressListener progress,
            CancelToken cancel) {
        List<ModelFile> files = new ArrayList<>();
        for (SafetensorsFile file : checkpoint.files()) {
            int place = files.size();
            if (place >= Math.min(plan.model().files().size(), run.files().size())) {
                throw changed(file.path());
            }
            PlanFile.Content planned = plan.model().files().get(place);
            ModelFile looksSame = ModelFile.of(file, planned.sha256());
            if (!RunFile.Stamp.of(looksSame).equals(run.files().get(place))) {
                boolean same =
                        looksSame.size() == planned.size()
                                && hashes.sha256(file.path(), progress, cancel)
                                        .equals(planned.sha256());
                if (!same) {
                    throw changed(file.path());
                }
            }
            files.add(looksSame);
        }
        if (files.size() < plan.model().files().size()) {
            throw changed(checkpoint.path());
        }
        return files;
    }

    private static AtelierException changed(Path file) {
        return new AtelierException(
                "The model %s is not the one that the run began with: put that one back, or start a new run."
                        .formatted(file));
    }
}
