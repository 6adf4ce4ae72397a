package atelier.service.starter.build;

import atelier.engine.clip.PicturePixels;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.starter.PortraitAttribute;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells the attributes of painted portraits. Runs on the lane. */
public final class AttributeClassifier implements AutoCloseable {

    /** The folder in a model that holds it. */
    public static final String FOLDER = "classifier";

    private static final JsonMapper JSON = new JsonMapper();
    private static final long COLOURS = 3;

    private final OnnxSession session;
    private final int side;

    /**
     * How the network is used.
     *
     * @param side pixels of a side of the pictures that it takes
     * @param attributes that it tells, in order, with their values
     */
    private record Config(int side, List<Attribute> attributes) {

        record Attribute(String name, List<String> values) {}

        static Config of(int side) {
            return new Config(
                    side,
                    PortraitAttribute.ALL.stream()
                            .map(one ->
                                    new Attribute(
                                            one.name(),
                                            one.values().stream().map(Object::toString).toList()))
                            .toList());
        }
    }

    private AttributeClassifier(OnnxSession session, int side) {
        this.session = session;
        this.side = side;
    }

    /** How many values each attribute has. */
    static List<Integer> answers() {
        return PortraitAttribute.ALL.stream().map(one -> one.values().size()).toList();
    }

    private static OnnxFolder files(Path model) {
        return new OnnxFolder(model.resolve(FOLDER));
    }

    /**
     * Writes one into a model.
     *
     * @param side pixels of a side of the pictures that it takes
     */
    static void write(Path model, OnnxGraph graph, int side) {
        files(model).write(graph, Config.of(side));
    }

    /**
     * Loads that of a model.
     *
     * @throws AtelierException if it has none, or it tells other attributes than are painted
     */
    public static AttributeClassifier open(Lane lane, Path model) {
        Path file = files(model).config();
        Config config;
        try {
            config = JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Config.class);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "%s does not describe a classifier: build the stage that writes it again."
                            .formatted(file),
                    e);
        }
        if (!config.equals(Config.of(config.side()))) {
            throw new AtelierException(
                    "The classifier in %s tells other attributes than portraits have now: build the stage that writes it again."
                            .formatted(model.resolve(FOLDER)));
        }
        return new AttributeClassifier(
                OnnxSession.open(lane, files(model).network()), config.side());
    }

    /** Pixels of a side of the pictures that it takes. */
    public int side() {
        return side;
    }

    /** As {@link #labels(int[])}, of a picture of any size. */
    int[] labels(BufferedImage picture) {
        return labels(sized(picture));
    }

    /** As {@link #probabilities(int[])}, of a picture of any size. */
    float[] probabilities(BufferedImage picture) {
        return probabilities(sized(picture));
    }

    private int[] sized(BufferedImage picture) {
        return PictureScaler.resized(picture, side, side).getRGB(0, 0, side, side, null, 0, side);
    }

    /**
     * The likeliest value of each attribute, by its place among the attribute's values.
     *
     * @param pixels 0xRRGGBB of a picture of {@link #side} by side, row by row
     */
    public int[] labels(int[] pixels) {
        float[] scores = scores(pixels);
        int[] labels = new int[PortraitAttribute.ALL.size()];
        int begin = 0;
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            int best = 0;
            for (int i = 1; i < attribute.values().size(); i++) {
                best = scores[begin + i] > scores[begin + best] ? i : best;
            }
            labels[attribute.place()] = best;
            begin += attribute.values().size();
        }
        return labels;
    }

    /**
     * How likely each value of each attribute is: for each attribute numbers that sum to 1.
     *
     * @param pixels as in {@link #labels(int[])}
     */
    public float[] probabilities(int[] pixels) {
        float[] scores = scores(pixels);
        int begin = 0;
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            int end = begin + attribute.values().size();
            double most = Double.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                most = Math.max(most, scores[i]);
            }
            double sum = 0;
            for (int i = begin; i < end; i++) {
                scores[i] = (float) Math.exp(scores[i] - most);
                sum += scores[i];
            }
            for (int i = begin; i < end; i++) {
                scores[i] /= (float) sum;
            }
            begin = end;
        }
        return scores;
    }

    private float[] scores(int[] pixels) {
        if (pixels.length != side * side) {
            throw new IllegalArgumentException(pixels.length + " pixels for a side of " + side);
        }
        return session.run(PicturePixels.normalized(pixels), 1, COLOURS, side, side);
    }

    @Override
    public void close() {
        session.close();
    }
}
