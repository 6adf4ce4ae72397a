package atelier.service.starter.build;

import atelier.service.starter.painter.FacePoints;
import atelier.service.starter.painter.FacePoints.Point;

/**
 * How much each place of a portrait's latents counts in training. Eyes, nose and mouth make a
 * person, but take up a small part of the picture: where all counts alike they are learned last.
 *
 * @param most how much the middle of the face counts; all that is far from it counts 1
 */
record FaceWeights(double most) {

    /** How far it reaches, as a share of the distance between the features. */
    private static final double REACH = 0.75;

    /**
     * The weights of one portrait: a bell over the face (a Gaussian), [edge, edge].
     *
     * @param points of its face, in pixels of a picture
     * @param side pixels of a side of that picture
     * @param edge places of a side of its latents
     */
    float[] of(FacePoints points, int side, int edge) {
        Point eyes = middle(points.leftEye(), points.rightEye());
        Point mouth = middle(points.leftMouth(), points.rightMouth());
        Point centre = middle(eyes, mouth);
        double deviation =
                REACH
                        * Math.max(
                                distance(eyes, mouth),
                                distance(points.leftEye(), points.rightEye()));
        double pixels = (double) side / edge;
        float[] weights = new float[edge * edge];
        for (int i = 0; i < weights.length; i++) {
            Point place =
                    new Point((i % edge + 0.5) * pixels, (Math.floorDiv(i, edge) + 0.5) * pixels);
            double away = distance(place, centre) / deviation;
            weights[i] = (float) (1 + (most - 1) * Math.exp(-away * away / 2));
        }
        return weights;
    }

    private static Point middle(Point one, Point other) {
        return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
