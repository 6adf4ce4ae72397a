package atelier.engine.training.network;

import java.util.List;

/**
 * Square pictures of one size, and what is to come out for each.
 *
 * @param side of each in pixels
 * @param pictures each [3, side, side], as the network takes them
 * @param wanted for each picture [channels, side, side]
 */
public record PicturePairs(int side, List<float[]> pictures, List<float[]> wanted) {

    /** Copies the lists. */
    public PicturePairs {
        pictures = List.copyOf(pictures);
        wanted = List.copyOf(wanted);
    }
}
