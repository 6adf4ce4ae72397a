package atelier.service.starter.demo;

import atelier.engine.weights.Checkpoint;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.FramingWish;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.dataset.DatasetService;
import atelier.service.review.score.Likeness;
import atelier.service.starter.FirstOrders;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import atelier.service.training.TrainingService;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Does the main job once, from pictures to a verdict: looks through the pictures, trains an adapter
 * on them, generates with and without it, with and without its trigger, and measures how near the
 * images come to pictures of the subject that training never saw.
 */
public final class DemoService {

    private static final double NANOS = 1e9;

    private final DatasetService datasets;
    private final TrainingService training;
    private final DemoPainter painter;
    private final PictureReader reader;
    private final Function<Path, List<Likeness>> likenesses;
    private final LongSupplier nanoTime;

    /**
     * @param painter makes the images
     * @param reader looks at what was made
     * @param likenesses those that come with a model, at least one
     * @param nanoTime a clock
     */
    public DemoService(
            DatasetService datasets,
            TrainingService training,
            DemoPainter painter,
            PictureReader reader,
            Function<Path, List<Likeness>> likenesses,
            LongSupplier nanoTime) {
        this.datasets = datasets;
        this.training = training;
        this.painter = painter;
        this.reader = reader;
        this.likenesses = likenesses;
        this.nanoTime = nanoTime;
    }

    /**
     * Does it, and writes the report as a page and as a picture.
     *
     * @throws atelier.model.AtelierException if a part of it fails; what was finished before stays
     */
    public DemoResult run(DemoOrder order, ProgressListener progress, CancelToken cancel) {
        // Refused before minutes of work.
        Checkpoint.open(order.model());
        List<Likeness> looking = likenesses.apply(order.model());
        List<Path> references = files(prepared(order.heldOut(), order, true, progress, cancel));
        DatasetReport dataset = prepared(order.character(), order, false, progress, cancel);
        Path folder = OutputFolder.next(order.out());
        long begin = nanoTime.getAsLong();
        TrainingResult trained = train(order, folder.resolve("run"), progress, cancel);
        long middle = nanoTime.getAsLong();
        List<DemoImages> images =
                painter.paint(
                        order, new AdapterUse(trained.adapter(), 1), folder, progress, cancel);
        long end = nanoTime.getAsLong();
        DemoResult result =
                new DemoResult(
                        folder,
                        order.trigger(),
                        files(dataset),
                        references,
                        trained,
                        images,
                        scores(looking, references, images, cancel),
                        new DemoResult.Seconds((middle - begin) / NANOS, (end - middle) / NANOS));
        new DemoPage(result, reader).write();
        new DemoSheet(result, reader).write();
        return result;
    }

    private DatasetReport prepared(
            Path source,
            DemoOrder order,
            boolean few,
            ProgressListener progress,
            CancelToken cancel) {
        return datasets.prepare(
                new DatasetOrder(
                        source,
                        order.trigger(),
                        new DatasetOptions(false, few, DatasetOptions.WHITE),
                        null),
                FramingWish.of(new BucketWish(null, null, FirstOrders.SIDE)),
                null,
                progress,
                cancel);
    }

    private static List<Path> files(DatasetReport report) {
        return report.pictures().stream().map(picture -> picture.picture().file()).toList();
    }

    private TrainingResult train(
            DemoOrder order, Path run, ProgressListener progress, CancelToken cancel) {
        Map<String, String> sets = new HashMap<>(FirstOrders.training(FirstOrders.STEPS));
        sets.putAll(order.sets());
        return training.train(
                new TrainingOrder(
                        ModelChoice.of(order.model()),
                        order.character(),
                        order.trigger(),
                        run,
                        sets,
                        order.device()),
                progress,
                cancel);
    }

    private List<LikenessScore> scores(
            List<Likeness> looking,
            List<Path> references,
            List<DemoImages> images,
            CancelToken cancel) {
        Map<Path, BufferedImage> pictures = new HashMap<>();
        references.forEach(file -> pictures.put(file, reader.read(file)));
        images.stream()
                .flatMap(DemoImages::all)
                .forEach(file -> pictures.put(file, reader.read(file)));
        return looking.stream()
                .map(one -> new LikenessScorer(one, pictures, references, cancel).score(images))
                .toList();
    }
}
