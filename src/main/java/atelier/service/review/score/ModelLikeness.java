package atelier.service.review.score;

import atelier.engine.score.DinoEmbedder;
import atelier.engine.score.PictureEmbedder;
import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.build.AttributeClassifier;
import atelier.service.starter.build.StarterFiles;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sees pictures by a network, loaded while it looks. */
public final class ModelLikeness implements Likeness {

    /**
     * A network that is loaded. Runs on the lane.
     *
     * @param sight what it sees of a picture
     * @param closing gives it back
     */
    private record Eye(Function<BufferedImage, float[]> sight, Runnable closing)
            implements AutoCloseable {

        @Override
        public void close() {
            closing.run();
        }
    }

    /** Loads a network. */
    @FunctionalInterface
    private interface Loader {
        Eye load(Lane lane);
    }

    private final String name;
    private final Accelerator accelerator;
    private final Loader loader;

    private ModelLikeness(String name, Accelerator accelerator, Loader loader) {
        this.name = name;
        this.accelerator = accelerator;
        this.loader = loader;
    }

    /** All that a model brings along. */
    public static List<Likeness> of(Accelerator accelerator, Path model) {
        return List.of(clip(accelerator, model), attributes(accelerator, model));
    }

    /** By CLIP's picture tower. */
    public static Likeness clip(Accelerator accelerator, Path model) {
        return new ModelLikeness("CLIP", accelerator, lane -> clipEye(lane, model));
    }

    /** By the attributes of portraits. */
    static Likeness attributes(Accelerator accelerator, Path model) {
        return new ModelLikeness("Attributes", accelerator, lane -> attributeEye(lane, model));
    }

    /**
     * By DINO.
     *
     * @param file the network, as ONNX
     */
    static Likeness dino(Accelerator accelerator, Path file) {
        return new ModelLikeness("DINO", accelerator, lane -> dinoEye(lane, file));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> embed(List<BufferedImage> pictures, CancelToken cancel) {
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    try (Eye eye = loader.load(torch.lane())) {
                        List<float[]> seen = new ArrayList<>();
                        for (BufferedImage picture : pictures) {
                            cancel.check();
                            seen.add(eye.sight().apply(picture));
                        }
                        return seen;
                    }
                });
    }

    /** 0xRRGGBB each, row by row. */
    static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    private static Eye clipEye(Lane lane, Path model) {
        PictureEmbedder embedder = PictureEmbedder.open(lane, StarterFiles.pictureTower(model));
        return new Eye(
                picture -> embedder.embed(pixels(picture), picture.getWidth(), picture.getHeight()),
                embedder::close);
    }

    /** How likely each value of each attribute is, by a classifier that no training used. */
    private static Eye attributeEye(Lane lane, Path model) {
        AttributeClassifier classifier = AttributeClassifier.open(lane, model);
        int side = classifier.side();
        return new Eye(
                picture ->
                        classifier.probabilities(
                                pixels(PictureScaler.resized(picture, side, side))),
                classifier::close);
    }

    private static Eye dinoEye(Lane lane, Path file) {
        DinoEmbedder embedder = DinoEmbedder.open(lane, file);
        return new Eye(
                picture -> embedder.embed(pixels(picture), picture.getWidth(), picture.getHeight()),
                embedder::close);
    }
}
