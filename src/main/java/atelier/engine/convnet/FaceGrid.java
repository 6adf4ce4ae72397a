package atelier.engine.convnet;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FacePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a detector of YuNet's kind (Wu et al., Machine Intelligence Research 20, 2023) is to tell in
 * each cell of its grids: whether a face is there, and where exactly. The cells of a grid of stride
 * s are at the multiples of s. Small faces belong to the finest grid, large ones to the coarsest.
 *
 * @param side of the pictures in pixels, a multiple of the largest stride
 */
public record FaceGrid(int side) {

    /** Pixels from one cell of a grid to the next, the finest first. */
    static final List<Integer> STRIDES = List.of(8, 16, 32);

    /** What a cell tells: how well the box fits, whether there is a face, the box and the marks. */
    public static final int CHANNELS = 16;

    /** Where in a cell's row of what is wanted stands whether it counts. */
    static final int COUNTED = 0;

    /** Likewise, whether there is a face. */
    static final int FACE = 1;

    /** Likewise, the middle of the box and the logarithms of its sides, in strides. */
    static final int BOX = 2;

    /** Likewise, the five marks. */
    static final int MARKS = 6;

    /** The largest face of a grid, in its strides. */
    private static final double LARGEST = 9;

    /** The smallest face of a grid other than the finest, in its strides. */
    private static final double SMALLEST = 3.5;

    private static final double REACH = 0.3;
    private static final double LEAST_REACH = 0.5;
    private static final double MOST_REACH = 1.5;

    /** How far around the cells of a face others do not count, as both answers are right there. */
    private static final double DOUBTFUL = 0.75;

    /**
     * Checks the side.
     *
     * @throws IllegalArgumentException if it is no multiple of the largest stride
     */
    public FaceGrid {
        if (side < 1 || side % STRIDES.getLast() != 0) {
            throw new IllegalArgumentException("a grid over %d pixels".formatted(side));
        }
    }

    /** Cells of all grids. */
    public int cells() {
        return STRIDES.stream().mapToInt(stride -> cells(side, stride)).sum();
    }

    /** Cells of one grid. */
    static int cells(int side, int stride) {
        return (side / stride) * (side / stride);
    }

    /**
     * What is to be told.
     *
     * @param faces in the picture
     * @return [cells, 16], grid by grid, each row by row
     */
    public float[] wanted(List<DetectedFace> faces) {
        float[] wanted = new float[cells() * CHANNELS];
        for (int cell = 0; cell < cells(); cell++) {
            wanted[cell * CHANNELS + COUNTED] = 1;
        }
        // Where two faces want a cell, the smaller one gets it.
        List<DetectedFace> ordered = new ArrayList<>(faces);
        ordered.sort(
                Comparator.comparingDouble((DetectedFace face) -> face.box().area()).reversed());
        for (DetectedFace face : ordered) {
            int first = 0;
            for (int stride : STRIDES) {
                if (belongs(face.box(), stride)) {
                    mark(wanted, first, stride, face);
                }
                first += cells(side, stride);
            }
        }
        return wanted;
    }

    private static boolean belongs(FaceBox box, int stride) {
        double size = Math.sqrt(box.area()) / stride;
        return (size >= SMALLEST || stride == STRIDES.getFirst())
                && (size <= LARGEST || stride == STRIDES.getLast());
    }

    private void mark(float[] wanted, int first, int stride, DetectedFace face) {
        FaceBox box = face.box();
        double x = (box.left() + box.width() / 2) / stride;
        double y = (box.top() + box.height() / 2) / stride;
        double reach = Math.clamp(REACH * Math.sqrt(box.area()) / stride, LEAST_REACH, MOST_REACH);
        int edge = side / stride;
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                double away = Math.max(Math.abs(column - x), Math.abs(row - y));
                int cell = (first + row * edge + column) * CHANNELS;
                if (away <= reach) {
                    write(wanted, cell, column, row, stride, face);
                } else if (away <= reach + DOUBTFUL && wanted[cell + FACE] == 0) {
                    wanted[cell + COUNTED] = 0;
                }
            }
        }
    }

    private static void write(
            float[] wanted, int cell, int column, int row, int stride, DetectedFace face) {
        FaceBox box = face.box();
        wanted[cell + COUNTED] = 1;
        wanted[cell + FACE] = 1;
        wanted[cell + BOX] = (float) ((box.left() + box.width() / 2) / stride - column);
        wanted[cell + BOX + 1] = (float) ((box.top() + box.height() / 2) / stride - row);
        wanted[cell + BOX + 2] = (float) Math.log(box.width() / stride);
        wanted[cell + BOX + 3] = (float) Math.log(box.height() / stride);
        int at = cell + MARKS;
        for (FacePoint mark : face.landmarks().points()) {
            wanted[at++] = (float) (mark.x() / stride - column);
            wanted[at++] = (float) (mark.y() / stride - row);
        }
    }
}
