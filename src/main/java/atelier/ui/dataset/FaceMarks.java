package atelier.ui.dataset;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FacePoint;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/** Frames around faces, each with its five marks. */
final class FaceMarks extends Group {

    private static final double RADIUS = 3;

    private record Drawn(DetectedFace face, Rectangle frame, List<Circle> marks) {}

    private final List<Drawn> drawn = new ArrayList<>();

    /** None. */
    FaceMarks() {
        setMouseTransparent(true);
    }

    /** Shows those faces. */
    void show(List<DetectedFace> faces) {
        drawn.clear();
        getChildren().clear();
        for (DetectedFace face : faces) {
            Rectangle frame = new Rectangle();
            frame.getStyleClass().addAll("face-frame", "better");
            getChildren().add(frame);
            List<Circle> marks = new ArrayList<>();
            for (int i = 0; i < face.landmarks().points().size(); i++) {
                Circle mark = new Circle(RADIUS);
                mark.getStyleClass().add("face-mark");
                marks.add(mark);
            }
            getChildren().addAll(marks);
            drawn.add(new Drawn(face, frame, marks));
        }
    }

    /**
     * Lays them over the picture.
     *
     * @param left of the picture's left edge
     * @param top of its upper edge
     * @param scale from its pixels
     */
    void lay(double left, double top, double scale) {
        for (Drawn one : drawn) {
            FaceBox box = one.face().box();
            one.frame().setX(left + box.left() * scale);
            one.frame().setY(top + box.top() * scale);
            one.frame().setWidth(box.width() * scale);
            one.frame().setHeight(box.height() * scale);
            List<FacePoint> points = one.face().landmarks().points();
            for (int i = 0; i < points.size(); i++) {
                one.marks().get(i).setCenterX(left + points.get(i).x() * scale);
                one.marks().get(i).setCenterY(top + points.get(i).y() * scale);
            }
        }
    }
}
