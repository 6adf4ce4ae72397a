package atelier.ui.screenshot;

import atelier.ui.Studio;
import atelier.ui.work.Toolkit;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/** Draws a scene that is in no window. */
final class ScenePictures {

    /** Lists lay out their rows in a second go, when they know their height. */
    private static final int LAYOUTS = 3;

    private ScenePictures() {}

    /**
     * The window's content in a state, with everything read. Not on the JavaFX thread.
     *
     * @param studio makes the content
     * @param quiet waits until what was begun has been read
     */
    static Parent ready(
            Supplier<Studio> studio,
            Consumer<Studio> arrange,
            int width,
            int height,
            Runnable quiet) {
        Studio shown = Toolkit.call(studio::get);
        Parent root = Toolkit.call(() -> layOut(shown.scene(width, height).getRoot()));
        // What the queue and the disk tell at first would undo the arrangement.
        quiet.run();
        Toolkit.call(() -> {
            arrange.accept(shown);
            return layOut(root);
        });
        for (int i = 0; i < LAYOUTS; i++) {
            quiet.run();
            // What was read makes room for what is read next: the report for the pictures.
            Toolkit.call(() -> layOut(root));
        }
        while (!Toolkit.call(() -> isComplete(root))) {
            quiet.run();
        }
        return root;
    }

    private static Parent layOut(Parent root) {
        for (int i = 0; i < LAYOUTS; i++) {
            root.applyCss();
            root.layout();
        }
        return root;
    }

    /** Whether every picture in it has been read. On the JavaFX thread. */
    private static boolean isComplete(Parent root) {
        return root.lookupAll(".image-view").stream()
                .map(node -> ((ImageView) node).getImage())
                .allMatch(image -> image == null || image.isError() || image.getProgress() >= 1);
    }

    /**
     * Draws it. On the JavaFX thread.
     *
     * @param scales pixels a point, for each of the pictures
     */
    static List<BufferedImage> of(Parent root, int... scales) {
        layOut(root);
        int width = (int) root.getLayoutBounds().getWidth();
        int height = (int) root.getLayoutBounds().getHeight();
        List<BufferedImage> pictures = new ArrayList<>();
        for (int scale : scales) {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            pictures.add(
                    picture(
                            root.snapshot(
                                    parameters, new WritableImage(width * scale, height * scale))));
        }
        return pictures;
    }

    private static BufferedImage picture(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
