package atelier.service.training;

import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketOverrides.Resolution;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.FramingWish;
import atelier.model.training.PictureSettings;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.source.ZipSource;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the pictures of a run are read. */
final class TrainingData {

    private static final String RESOLUTION = "resolution";
    private static final String RESOLUTIONS = "resolutions";

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
     * Everything that is set: the order's settings, and the resolution that a dataset configuration
     * has for all of its pictures.
     */
    static Map<String, String> sets(TrainingOrder order, Dataset dataset) {
        Map<String, String> sets = new HashMap<>();
        if (!order.sets().containsKey(RESOLUTIONS)) {
            configured(dataset).ifPresent(side -> sets.put(RESOLUTION, Integer.toString(side)));
        }
        sets.putAll(order.sets());
        return sets;
    }

    private static Optional<Integer> configured(Dataset dataset) {
        List<BucketOverrides> said =
                dataset.pictures().stream()
                        .map(picture -> picture.subset().buckets())
                        .distinct()
                        .toList();
        Resolution one = said.size() == 1 ? said.getFirst().resolution() : null;
        return one != null && one.width() == one.height()
                ? Optional.of(one.width())
                : Optional.empty();
    }

    /**
     * What was set of the pictures' framing. A dataset configuration's resolution takes the place
     * of the largest one unless that is set.
     */
    static FramingWish framing(TrainingOrder order, TrainingPlan plan) {
        PictureSettings pictures = plan.pictures();
        boolean set = order.sets().containsKey(RESOLUTION) || order.sets().containsKey(RESOLUTIONS);
        Boolean upscale = order.sets().containsKey("upscale") ? pictures.upscale() : null;
        return new FramingWish(
                pictures.resolutions().stream()
                        .map(side ->
                                new BucketWish(
                                        set || side != pictures.resolution() ? side : null,
                                        upscale,
                                        pictures.resolution()))
                        .toList(),
                pictures.subjectCrop());
    }
}
