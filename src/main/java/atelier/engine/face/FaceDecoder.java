package atelier.engine.face;

import atelier.engine.onnx.Signature;
import atelier.model.restoration.DetectedFace;
import java.util.List;
import java.util.Map;

/** How one kind of detector takes pictures and says where faces are. */
interface FaceDecoder {

    /** What networks of its kind take and give, for squares of that side. */
    List<Signature> signatures(long side);

    /**
     * A square as the network takes it.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @return [3, side, side]
     */
    float[] planes(int[] pixels);

    /**
     * The faces that the network found, not yet rid of those found twice.
     *
     * @param outputs by name, in the network's order
     * @param side of the square, in pixels
     * @return in the square's pixels
     */
    List<DetectedFace> decode(Map<String, float[]> outputs, int side);

    /** The share of overlap above which two boxes are one face. */
    double sameFace();
}
