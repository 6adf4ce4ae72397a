package atelier.service.starter;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.starter.SampleDataOrder;
import atelier.service.starter.painter.PaintedPortrait;
import atelier.service.starter.painter.Painter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Paints pictures to train on where there are none: random portraits, or the sample character. */
public final class SampleDataService {

    private static final String STAGE = "paint";
    private static final String UNIT = "picture";

    private final Painter painter = new Painter();

    /**
     * Paints random portraits with captions, masks and points.
     *
     * @param painted hears of each picture's file and caption when it is written
     * @throws AtelierException if the order cannot be carried out, or the folder is not empty
     */
    public void paintPortraits(
            SampleDataOrder order,
            BiConsumer<Path, String> painted,
            ProgressListener progress,
            CancelToken cancel) {
        if (order.count() < 1) {
            throw new AtelierException(
                    "The count is %d, but at least one picture must be painted."
                            .formatted(order.count()));
        }
        Painter.check(order.size());
        SamplePortraits portraits = new SamplePortraits(order.seed());
        SampleFolder folder = SampleFolder.make(order.folder()).withLabels();
        for (int i = 0; i < order.count(); i++) {
            cancel.check();
            progress.progressed(Progress.of(STAGE, i, order.count(), UNIT));
            String name = String.format(Locale.ROOT, "%05d", i + 1);
            SamplePortrait sample = portraits.at(i);
            PaintedPortrait picture = painter.paint(sample.portrait(), sample.seed(), order.size());
            folder.writeLabels(name, sample, picture);
            painted.accept(folder.write(name, sample, picture), sample.caption().text());
        }
        progress.progressed(Progress.of(STAGE, order.count(), order.count(), UNIT));
        int shown = Math.min(order.count(), PortraitSheet.MOST);
        sheet(IntStream.range(0, shown).mapToObj(portraits::at).toList(), order.sheet());
    }

    /**
     * Paints the sample character: pictures to train on in {@code character}, others to compare
     * with in {@code held-out}, each with its caption.
     *
     * @param parent the folder that gets those two; neither may hold anything
     * @param size pixels of a side
     * @param sheet where a picture of them all goes, or null for none
     * @param painted hears of each picture's file and caption when it is written
     */
    public void paintCharacter(
            Path parent,
            int size,
            @Nullable Path sheet,
            BiConsumer<Path, String> painted,
            ProgressListener progress,
            CancelToken cancel) {
        Painter.check(size);
        SampleFolder toLearn = SampleFolder.make(parent.resolve("character"));
        SampleFolder toCompare = SampleFolder.make(parent.resolve("held-out"));
        List<SamplePortrait> all = new ArrayList<>(SampleCharacter.toLearn());
        int learned = all.size();
        all.addAll(SampleCharacter.toCompare());
        for (int i = 0; i < all.size(); i++) {
            cancel.check();
            progress.progressed(Progress.of(STAGE, i, all.size(), UNIT));
            SamplePortrait sample = all.get(i);
            boolean learning = i < learned;
            String name = String.format(Locale.ROOT, "%02d", learning ? i + 1 : i - learned + 1);
            Path file =
                    (learning ? toLearn : toCompare)
                            .write(
                                    name,
                                    sample,
                                    painter.paint(sample.portrait(), sample.seed(), size));
            painted.accept(file, sample.caption().text());
        }
        progress.progressed(Progress.of(STAGE, all.size(), all.size(), UNIT));
        sheet(all, sheet);
    }

    private void sheet(List<SamplePortrait> samples, @Nullable Path file) {
        if (file != null) {
            new PortraitSheet(painter).write(samples, file);
        }
    }
}
