package atelier.service.starter.build;

import atelier.engine.face.FaceDetector;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FacePoint;
import atelier.service.starter.PictureSheet;
import atelier.service.starter.scene.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a detector finds in scenes that it was not trained on. Runs on the lane. */
final class FoundFaces {

    private static final int SHOWN = 24;
    private static final int COLUMNS = 6;
    private static final double FOUND = 0.5;
    private static final Color MARK = new Color(0x00e5ff);

    private final FaceDetector detector;
    private final ProgressListener progress;
    private final CancelToken cancel;
    private int faces;
    private int right;
    private int wrong;
    private double markErrors;

    FoundFaces(FaceDetector detector, ProgressListener progress, CancelToken cancel) {
        this.detector = detector;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * Looks for the faces of scenes. One is found where a box overlaps its own by a half or more.
     *
     * @param sheet gets some of them as PNG, with what was found drawn in
     * @return the figures: how many faces there were, the share that was found, the share of what
     *     was found that is a face, and how far its marks lay from the right places, as a share of
     *     the distance of the eyes
     */
    SequencedMap<String, Object> measure(List<Scene> scenes, Path sheet) {
        List<BufferedImage> shown = new ArrayList<>();
        for (Scene scene : scenes) {
            progress.progressed(Progress.of("Measuring", shown.size(), scenes.size(), "scene"));
            List<DetectedFace> found = detector.detect(bitmap(scene.picture()), cancel);
            count(scene.faces(), found);
            shown.add(drawn(scene.picture(), found));
        }
        progress.progressed(Progress.of("Measuring", scenes.size(), scenes.size(), "scene"));
        new PictureSheet(COLUMNS, scenes.getFirst().picture().getWidth())
                .write(shown.subList(0, Math.min(SHOWN, shown.size())), sheet);
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("scenes", scenes.size());
        figures.put("faces", faces);
        figures.put("found", (double) right / faces);
        figures.put("precision", (double) right / (right + wrong));
        figures.put("markError", markErrors / right);
        return figures;
    }

    private void count(List<DetectedFace> all, List<DetectedFace> found) {
        List<DetectedFace> left = new ArrayList<>(found);
        for (DetectedFace face : all) {
            faces++;
            for (DetectedFace one : left) {
                if (one.box().overlap(face.box()) >= FOUND) {
                    right++;
                    markErrors += markError(face, one);
                    left.remove(one);
                    break;
                }
            }
        }
        wrong += left.size();
    }

    private static double markError(DetectedFace face, DetectedFace found) {
        List<FacePoint> marks = face.landmarks().points();
        double sum = 0;
        for (int i = 0; i < marks.size(); i++) {
            sum += marks.get(i).distance(found.landmarks().points().get(i));
        }
        return sum / marks.size() / face.landmarks().eyeDistance();
    }

    private static Bitmap bitmap(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Bitmap(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    private static BufferedImage drawn(BufferedImage picture, List<DetectedFace> found) {
        BufferedImage drawn =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.setColor(MARK);
        graphics.setStroke(new BasicStroke(2));
        for (DetectedFace face : found) {
            FaceBox box = face.box();
            graphics.draw(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()));
            for (FacePoint mark : face.landmarks().points()) {
                graphics.fill(new Ellipse2D.Double(mark.x() - 1, mark.y() - 1, 3, 3));
            }
        }
        graphics.dispose();
        return drawn;
    }
}
