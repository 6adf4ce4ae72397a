package atelier.engine.caption;

import atelier.engine.onnx.OnnxSession;
import atelier.engine.score.SquareResize;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A WD tagger (SmilingWolf, version 3) in an ONNX file: it says of each of some ten thousand tags
 * how likely a picture shows it. Runs on the lane.
 *
 * <p>It takes [1, side, side, 3] in blue, green, red from 0 to 255 and answers with probabilities.
 */
public final class WdTagger implements AutoCloseable {

    private static final int COLOURS = 3;
    private static final int BYTE = 0xff;
    private static final int WHITE = 0xffffff;

    private final OnnxSession session;
    private final int side;

    private WdTagger(OnnxSession session, int side) {
        this.session = session;
        this.side = side;
    }

    /**
     * Loads a tagger.
     *
     * @param tags that belong to it
     * @throws AtelierException if the file is missing or damaged, is no such network, or has
     *     another number of tags
     */
    public static WdTagger open(Lane lane, Path file, TagList tags) {
        OnnxSession session = OnnxSession.open(lane, file);
        long[] shape = session.inputShape();
        int known = session.outputWidth(tags.tags().size());
        if (shape.length != 4 || shape[3] != COLOURS || shape[1] != shape[2] || shape[1] < 1) {
            session.close();
            throw new AtelierException(
                    file
                            + " takes no square pictures with the colours last and so is no WD tagger: choose another file.");
        } else if (known != tags.tags().size()) {
            session.close();
            throw new AtelierException(
                    "%s tells %d tags and its list names %d: get the selected_tags.csv that belongs to the tagger."
                            .formatted(file, known, tags.tags().size()));
        }
        return new WdTagger(session, Math.toIntExact(shape[1]));
    }

    /** Pixels of a side of the pictures that it takes. */
    public int side() {
        return side;
    }

    /**
     * How likely each tag is, from 0 to 1. The picture is laid on a white square, which is brought
     * to the network's size, each pixel the mean of what it covers.
     *
     * @param pixels 0xRRGGBB each, row by row, over white where it was transparent
     */
    public float[] probabilities(int[] pixels, int width, int height) {
        int edge = Math.max(width, height);
        int[] square = SquareResize.of(onWhite(pixels, width, height, edge), edge, edge, side);
        float[] input = new float[COLOURS * square.length];
        for (int i = 0; i < square.length; i++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                int shift = 8 * colour;
                input[COLOURS * i + colour] = square[i] >> shift & BYTE;
            }
        }
        return session.run(input, 1, side, side, COLOURS);
    }

    private static int[] onWhite(int[] pixels, int width, int height, int edge) {
        int[] square = new int[edge * edge];
        Arrays.fill(square, WHITE);
        int left = (edge - width) / 2;
        int top = (edge - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, square, (top + y) * edge + left, width);
        }
        return square;
    }

    @Override
    public void close() {
        session.close();
    }
}
