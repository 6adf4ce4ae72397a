package atelier.service.starter.painter;

import atelier.model.starter.FaceShape;
import java.awt.Shape;

/**
 * The outline of a head, around the middle of the face.
 *
 * @param half half its width at the ears
 * @param jaw half its width at the corners of the jaw
 * @param chin half the width of the chin
 * @param bottom how far the chin is below the middle
 * @param lean by how much the chin lies to the right, as the head is turned
 */
record HeadShape(double half, double jaw, double chin, double bottom, double lean) {

    /** The head of a face that is turned. */
    static HeadShape of(FaceShape shape, HeadTurn turn) {
        double lean = turn.amount() * 7;
        return switch (shape) {
            case ROUND -> new HeadShape(56, 53, 23, 60, lean);
            case OVAL -> new HeadShape(51, 43, 15, 69, lean);
            case SQUARE -> new HeadShape(53, 55, 33, 65, lean);
            case HEART -> new HeadShape(56, 37, 12, 68, lean);
            case LONG -> new HeadShape(46, 43, 20, 78, lean);
        };
    }

    /** The outline. */
    Shape outline() {
        return outline(0);
    }

    /** The outline, grown by some lengths below the ears, as a beard grows. */
    Shape outline(double grown) {
        double low = bottom - 4 + grown * 0.7;
        double wide = jaw + grown;
        double end = chin + grown * 0.6;
        double bent = lean * 0.6;
        return Sketch.at(0, -68)
                .curve(half * 0.68, -68, half + 1, -43, half, -6)
                .curve(half - 1 + grown, 22, wide + bent, bottom - 20, end + lean, low)
                .bend(lean, low + 10, lean - end, low)
                .curve(bent - wide, bottom - 20, 1 - half - grown, 22, -half, -6)
                .curve(-half - 1, -43, -half * 0.68, -68, 0, -68)
                .closed();
    }
}
