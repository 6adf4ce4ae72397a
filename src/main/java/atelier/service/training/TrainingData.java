package atelier.service.training;

import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketOverrides.Resolution;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.source.ZipSource;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the pictures of a run are read. */
final class TrainingData {

    private TrainingData() {}

    /**
     * The order for a run's pictures. A zip is unpacked into the run's cache, once; the folder is
     * called after the zip's content, so that another zip has another.
     */
    static DatasetOrder order(TrainingOrder order, RunFolder folder) {
        DatasetOptions options = order.options();
        if (!ZipSource.isZip(order.data())) {
            return new DatasetOrder(order.data(), order.trigger(), options, null);
        }
        Path content = folder.cache("pictures").resolve(Sha256.ofFile(order.data()));
        return Files.isDirectory(content)
                ? new DatasetOrder(
                        content,
                        order.trigger(),
                        new DatasetOptions(true, options.allowFew(), options.background()),
                        null)
                : new DatasetOrder(order.data(), order.trigger(), options, content);
    }

    /**
     * The resolution unless it is set: a dataset configuration's if it has one, else the model's.
     */
    static int resolution(Dataset dataset, int ofModel) {
        List<BucketOverrides> said =
                dataset.pictures().stream()
                        .map(picture -> picture.subset().buckets())
                        .distinct()
                        .toList();
        if (said.size() != 1) {
            return ofModel;
        }
        Resolution one = said.getFirst().resolution();
        return one != null && one.width() == one.height() ? one.width() : ofModel;
    }

    /** What was set of the pictures' sizes. */
    static BucketWish sizes(TrainingOrder order, TrainingPlan plan) {
        return new BucketWish(
                order.sets().containsKey("resolution") ? plan.pictures().resolution() : null,
                order.sets().containsKey("upscale") ? plan.pictures().upscale() : null,
                plan.pictures().resolution());
    }
}
