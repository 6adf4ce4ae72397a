package atelier.engine.convnet;

import atelier.engine.weights.ShapeTable;
import java.util.List;
import java.util.SequencedMap;

/**
 * The sizes of a detector of faces: levels of ever lower resolution, the way back up from them (Lin
 * et al., arXiv 1612.03144), and at each of YuNet's strides a head that tells what is in each cell.
 *
 * @param levels whose last reduction is the largest stride
 * @param headWidth channels within a head
 */
public record FaceDetectorConfig(ResidualLevels levels, int headWidth) {

    private static final int KERNEL = 3;

    /**
     * Checks the levels.
     *
     * @throws IllegalArgumentException if they do not end at the largest stride
     */
    public FaceDetectorConfig {
        if (levels.reduction() != FaceGrid.STRIDES.getLast()
                || levels.count() < FaceGrid.STRIDES.size()
                || headWidth < 1) {
            throw new IllegalArgumentException(
                    "a detector over %s with heads of %d".formatted(levels, headWidth));
        }
    }

    /** The finest level that has a head. */
    int firstLevel() {
        return levels.count() - FaceGrid.STRIDES.size();
    }

    /** Names and shapes of all weights, in order. */
    public SequencedMap<String, List<Long>> shapes() {
        ShapeTable table = new ShapeTable();
        levels.addTo(table);
        levels.addWayUpTo(firstLevel(), table);
        for (int level = firstLevel(); level < levels.count(); level++) {
            table.convolution(hidden(level), headWidth, levels.channels().get(level), KERNEL);
            table.convolution(told(level), FaceGrid.CHANNELS, headWidth, 1);
        }
        return table.shapes();
    }

    /** The first layer of a level's head. */
    static String hidden(int level) {
        return "heads." + level + ".conv";
    }

    /** The last one. */
    static String told(int level) {
        return "heads." + level + ".out";
    }
}
