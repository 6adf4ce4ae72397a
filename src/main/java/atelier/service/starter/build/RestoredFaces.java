package atelier.service.starter.build;

import atelier.engine.face.FaceRestorer;
import atelier.engine.sampler.Seeds;
import atelier.engine.score.Cosine;
import atelier.engine.score.PeakSignalToNoise;
import atelier.engine.score.Planes;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.starter.PictureSheet;
import atelier.service.starter.degradation.Degradations;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a network makes of degraded faces that it was not trained on. Runs on the lane. */
final class RestoredFaces {

    private static final int SHOWN = 24;
    private static final int COLUMNS = 6;

    private final FaceRestorer restorer;
    private final Degradations degradations;
    private final SequencedMap<String, Features> features;
    private final ProgressListener progress;
    private final CancelToken cancel;

    /**
     * @param features by which faces are compared beside their pixels, by name
     */
    RestoredFaces(
            FaceRestorer restorer,
            Degradations degradations,
            SequencedMap<String, Features> features,
            ProgressListener progress,
            CancelToken cancel) {
        this.restorer = restorer;
        this.degradations = degradations;
        this.features = features;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** How alike faces are to some features, before and after. */
    private record Comparison(String name, Features features, BeforeAndAfter cosines) {

        void add(BufferedImage face, BufferedImage worse, BufferedImage restored) {
            float[] right = features.of(face);
            cosines.add(
                    Cosine.of(right, features.of(worse)), Cosine.of(right, features.of(restored)));
        }
    }

    /** What comes back of a face. */
    BufferedImage restored(BufferedImage face) {
        float[] planes = restorer.restore(Pixels.planes(face), cancel);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = planes[i] / 2 + 0.5f;
        }
        return Pixels.picture(planes, restorer.side(), restorer.side());
    }

    /**
     * Degrades faces and restores them.
     *
     * @param seed of the degradations
     * @param sheet gets some of them as PNG: degraded, restored, as painted
     * @return the figures: of the peak signal-to-noise ratio in decibels and of the cosine of each
     *     features, beside the painted face, the means before and after, and the share of faces
     *     where it rose
     */
    SequencedMap<String, Object> measure(PicturePool faces, long seed, Path sheet) {
        List<BufferedImage> shown = new ArrayList<>();
        BeforeAndAfter ratios = new BeforeAndAfter();
        List<Comparison> comparisons =
                features.entrySet().stream()
                        .map(one ->
                                new Comparison(one.getKey(), one.getValue(), new BeforeAndAfter()))
                        .toList();
        for (int place = 0; place < faces.count(); place++) {
            cancel.check();
            progress.progressed(Progress.of("Measuring", place, faces.count(), "face"));
            BufferedImage face = faces.image(place);
            BufferedImage worse =
                    degradations.of(face, Seeds.of(seed, place, "degraded to measure"));
            BufferedImage restored = restored(worse);
            ratios.add(ratio(face, worse), ratio(face, restored));
            comparisons.forEach(comparison -> comparison.add(face, worse, restored));
            if (place < SHOWN) {
                shown.addAll(List.of(worse, restored, face));
            }
        }
        progress.progressed(Progress.of("Measuring", faces.count(), faces.count(), "face"));
        new PictureSheet(COLUMNS, faces.side()).write(shown, sheet);
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("faces", faces.count());
        ratios.addTo(figures, "psnr");
        comparisons.forEach(one -> one.cosines().addTo(figures, one.name()));
        return figures;
    }

    private static double ratio(BufferedImage one, BufferedImage other) {
        return PeakSignalToNoise.of(colours(one), colours(other));
    }

    private static double[][] colours(BufferedImage picture) {
        int width = picture.getWidth();
        return Planes.colours(picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width));
    }
}
