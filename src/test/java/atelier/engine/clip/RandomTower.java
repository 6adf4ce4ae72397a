package atelier.engine.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.RandomNetwork;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import java.util.List;
import java.util.Map;

/** A small picture tower whose weights fp16 can hold. */
public final class RandomTower {

    public static final PictureTowerConfig CONFIG =
            new PictureTowerConfig(
                    32, 4, List.of(8, 16, 24), List.of(0, 1, 2), 4, 2, List.of(12, 20));

    private static final float DEVIATION = 0.3f;

    private RandomTower() {}

    /** Weights by name. */
    public static Map<String, FloatTensor> weights() {
        return RandomNetwork.weights(CONFIG.shapes(), DEVIATION);
    }

    /** The weights on the device. */
    static Map<String, NDArray> arrays(Torch torch, NDManager owner) {
        return RandomNetwork.arrays(torch, owner, weights());
    }
}
