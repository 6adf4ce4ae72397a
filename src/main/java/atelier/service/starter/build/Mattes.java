package atelier.service.starter.build;

import atelier.engine.mask.SubjectMatting;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.service.starter.PictureSheet;
import atelier.service.starter.scene.CutOut;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a network that was not trained on some persons makes of them, by the code that cuts out
 * subjects in the studio. Runs on the lane.
 */
final class Mattes {

    private static final float WHITE = 255;
    private static final int SHOWN = 24;
    private static final int COLUMNS = 6;
    private static final double HALF = 0.5;

    private final SubjectMatting matting;
    private final ProgressListener progress;
    private final CancelToken cancel;

    Mattes(SubjectMatting matting, ProgressListener progress, CancelToken cancel) {
        this.matting = matting;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** A picture as the network takes it: [3, side, side], values from 0 to 1. */
    static float[] input(BufferedImage picture) {
        float[] planes = Pixels.planes(picture);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = planes[i] / 2 + 0.5f;
        }
        return planes;
    }

    /** How much each pixel belongs to the person, from 0 to 1. */
    private float[] shares(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
        int[] greys = matting.matte(new Bitmap(width, height, argb), cancel).argb();
        float[] shares = new float[greys.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (greys[i] & 0xff) / WHITE;
        }
        return shares;
    }

    /**
     * Tells persons from what is behind them.
     *
     * @param sheet gets some of them as PNG: the picture, what was found, and what it should be
     * @return the figures: the mean over pictures of the absolute error of shares, and of what is
     *     in both masks as a share of what is in either, where a share of a half is in; the least
     *     of the latter; and the number of pictures
     */
    SequencedMap<String, Object> measure(List<CutOut> pictures, Path sheet) {
        List<BufferedImage> shown = new ArrayList<>();
        double errors = 0;
        double overlaps = 0;
        double worst = 1;
        for (int place = 0; place < pictures.size(); place++) {
            cancel.check();
            progress.progressed(Progress.of("Measuring", place, pictures.size(), "picture"));
            CutOut cutOut = pictures.get(place);
            float[] wanted = CutOut.shares(cutOut.argb());
            float[] found = shares(cutOut.picture());
            double overlap = overlap(found, wanted);
            errors += error(found, wanted);
            overlaps += overlap;
            worst = Math.min(worst, overlap);
            if (place < SHOWN) {
                shown.add(cutOut.picture());
                shown.add(grey(found, cutOut.side()));
                shown.add(grey(wanted, cutOut.side()));
            }
        }
        progress.progressed(Progress.of("Measuring", pictures.size(), pictures.size(), "picture"));
        new PictureSheet(COLUMNS, pictures.getFirst().side()).write(shown, sheet);
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", pictures.size());
        figures.put("absoluteError", errors / pictures.size());
        figures.put("overlap", overlaps / pictures.size());
        figures.put("worstOverlap", worst);
        return figures;
    }

    private static double error(float[] found, float[] wanted) {
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            sum += Math.abs(found[i] - wanted[i]);
        }
        return sum / found.length;
    }

    private static double overlap(float[] found, float[] wanted) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < found.length; i++) {
            boolean one = found[i] >= HALF;
            boolean other = wanted[i] >= HALF;
            both += one && other ? 1 : 0;
            either += one || other ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }

    private static BufferedImage grey(float[] shares, int side) {
        float[] planes = new float[3 * shares.length];
        for (int colour = 0; colour < 3; colour++) {
            System.arraycopy(shares, 0, planes, colour * shares.length, shares.length);
        }
        return Pixels.picture(planes, side, side);
    }
}
