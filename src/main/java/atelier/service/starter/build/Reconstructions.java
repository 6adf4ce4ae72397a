package atelier.service.starter.build;

import atelier.engine.sdxl.LatentCodec;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.Moments;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.PictureSheet;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What an autoencoder makes of pictures that it was not trained on. */
final class Reconstructions {

    private static final String STAGE = "Measuring";
    private static final int SAMPLE = 64;
    private static final int SHOWN = 24;
    private static final int COLUMNS = 8;
    private static final int BYTE = 255;

    private final LatentCodec codec;
    private final PicturePool pictures;
    private final ProgressListener progress;
    private final CancelToken cancel;

    Reconstructions(
            LatentCodec codec,
            PicturePool pictures,
            ProgressListener progress,
            CancelToken cancel) {
        this.codec = codec;
        this.pictures = pictures;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * How far latents are from their mean: the root of the mean square, over the expected latents
     * of some pictures, not scaled.
     */
    static double latentDeviation(LatentCodec codec, PicturePool pictures, CancelToken cancel) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int place = 0; place < Math.min(SAMPLE, pictures.count()); place++) {
            for (float value :
                    encode(codec, pictures.picture(place), pictures.side(), cancel).mode(1)) {
                sum += value;
                squares += (double) value * value;
                count++;
            }
        }
        double mean = sum / count;
        return Math.sqrt(squares / count - mean * mean);
    }

    /**
     * What comes back of a picture.
     *
     * @param picture [3, side, side], values from −1 to 1
     * @return [3, side, side], values from 0 to 1
     */
    static float[] restored(LatentCodec codec, float[] picture, int side, CancelToken cancel) {
        int latents = side / codec.reduction();
        return codec.decode(
                encode(codec, picture, side, cancel).mode(codec.scalingFactor()),
                latents,
                latents,
                false,
                MemoryLadder.ofAutoencoder(ProgressListener.NONE),
                cancel);
    }

    private static Moments encode(
            LatentCodec codec, float[] picture, int side, CancelToken cancel) {
        return codec.encode(
                picture,
                side,
                side,
                false,
                MemoryLadder.ofAutoencoder(ProgressListener.NONE),
                cancel);
    }

    /**
     * Encodes and decodes every picture.
     *
     * @param sheet gets some of them as PNG, each beside what came back
     * @return the figures: the mean over pictures of the peak signal-to-noise ratio in decibels of
     *     8-bit pixels, the worst, the number of pictures and the latents' scaling factor
     */
    SequencedMap<String, Object> measure(Path sheet) {
        List<BufferedImage> shown = new ArrayList<>();
        double sum = 0;
        double worst = Double.POSITIVE_INFINITY;
        for (int place = 0; place < pictures.count(); place++) {
            cancel.check();
            progress.progressed(Progress.of(STAGE, place, pictures.count(), "picture"));
            float[] original = pictures.picture(place);
            float[] restored = restored(codec, original, pictures.side(), cancel);
            double ratio = ratio(original, restored);
            sum += ratio;
            worst = Math.min(worst, ratio);
            if (place < SHOWN) {
                shown.add(pictures.image(place));
                shown.add(Pixels.picture(restored, pictures.side(), pictures.side()));
            }
        }
        progress.progressed(Progress.of(STAGE, pictures.count(), pictures.count(), "picture"));
        new PictureSheet(COLUMNS, pictures.side()).write(shown, sheet);
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", pictures.count());
        figures.put("psnr", sum / pictures.count());
        figures.put("worstPsnr", worst);
        figures.put("scalingFactor", codec.scalingFactor());
        return figures;
    }

    /**
     * What a classifier still tells of the pictures when they come back.
     *
     * @return the figures: the mean and the least over attributes of what it tells of them as a
     *     share of what it tells of the pictures themselves, and of each attribute the share of
     *     pictures of which it tells it rightly when they come back
     */
    SequencedMap<String, Object> attributesKept(AttributeClassifier classifier) {
        AttributesKept kept = new AttributesKept(classifier);
        int side = pictures.side();
        for (int place = 0; place < pictures.count(); place++) {
            cancel.check();
            progress.progressed(Progress.of(STAGE, place, pictures.count(), "picture"));
            kept.add(
                    pictures.portrait(place).portrait(),
                    PortraitAttribute.ALL,
                    pictures.image(place),
                    Pixels.picture(
                            restored(codec, pictures.picture(place), side, cancel), side, side));
        }
        progress.progressed(Progress.of(STAGE, pictures.count(), pictures.count(), "picture"));
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("meanShareRestored", kept.meanShare());
        figures.put("leastShareRestored", kept.leastShare());
        figures.put("restored", kept.made());
        return figures;
    }

    /** From −1 to 1 the one, from 0 to 1 the other; compared as bytes. */
    private static double ratio(float[] original, float[] restored) {
        double squares = 0;
        for (int i = 0; i < original.length; i++) {
            double error = level(original[i] / 2 + 0.5f) - level(restored[i]);
            squares += error * error;
        }
        return 10 * Math.log10((double) BYTE * BYTE * original.length / squares);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * BYTE), 0, BYTE);
    }
}
