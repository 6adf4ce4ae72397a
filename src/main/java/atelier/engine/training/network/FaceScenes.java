package atelier.engine.training.network;

import java.util.List;

/**
 * Square pictures of one size, and where faces are in them.
 *
 * @param side of each in pixels
 * @param pictures each [3, side, side], blue, green and red from 0 to 255
 * @param wanted for each picture what its cells are to tell; see {@link
 *     atelier.engine.convnet.FaceGrid#wanted}
 */
public record FaceScenes(int side, List<float[]> pictures, List<float[]> wanted) {

    /** Copies the lists. */
    public FaceScenes {
        pictures = List.copyOf(pictures);
        wanted = List.copyOf(wanted);
    }
}
