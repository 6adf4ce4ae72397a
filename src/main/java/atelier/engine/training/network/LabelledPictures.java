package atelier.engine.training.network;

import java.util.List;

/**
 * Square pictures, and what each shows.
 *
 * @param side of each in pixels
 * @param pictures each [3, side, side], as the network takes them
 * @param labels of each picture, one for each question: the number of its answer
 */
public record LabelledPictures(int side, List<float[]> pictures, List<int[]> labels) {

    /** Copies the lists. */
    public LabelledPictures {
        pictures = List.copyOf(pictures);
        labels = List.copyOf(labels);
    }
}
