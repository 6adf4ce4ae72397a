package atelier.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** Finds what a designer would mend: words cut off, words outside the window, words too pale. */
public final class SceneFaults {

    private static final double LEAST_CONTRAST = 4.5;
    private static final double ROUNDING = 0.75;

    private SceneFaults() {}

    /** Every label and button that shows less than its words, or shows them beyond the scene. */
    public static List<String> cutOff(Parent root) {
        List<String> faults = new ArrayList<>();
        shown(top(root))
                .forEach(node -> {
                    if (node instanceof Labeled labeled && !shows(labeled)) {
                        faults.add("shortened: " + name(labeled) + " '" + labeled.getText() + "'");
                    }
                    if (node instanceof Text text && isOutside(text, root)) {
                        faults.add("outside: '" + text.getText() + "'");
                    }
                });
        return faults;
    }

    private static boolean shows(Labeled labeled) {
        String words = labeled.getText();
        if (words == null || words.isEmpty() || labeled.getSkin() == null) {
            return true;
        }
        // A menu button hands its words to a label in it, which is looked at by itself.
        if (labeled.getChildrenUnmodifiable().stream()
                .anyMatch(
                        child -> child instanceof Labeled inner && words.equals(inner.getText()))) {
            return true;
        }
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(text ->
                        text.getText().equals(words)
                                && text.getLayoutBounds().getHeight()
                                        <= labeled.getHeight() + ROUNDING);
    }

    private static boolean isOutside(Text text, Parent root) {
        for (Node node = text; node != null; node = node.getParent()) {
            if (node instanceof ScrollPane
                    || node.getStyleClass().contains("virtual-flow")
                    || node.getStyleClass().contains("comparison-grid")) {
                return false;
            }
        }
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        Bounds scene = root.getLayoutBounds();
        return !text.getText().isBlank()
                && (bounds.getMinX() < -ROUNDING
                        || bounds.getMinY() < -ROUNDING
                        || bounds.getMaxX() > scene.getMaxX() + ROUNDING
                        || bounds.getMaxY() > scene.getMaxY() + ROUNDING);
    }

    /** All words that stand out from what is behind them by less than WCAG 2.2 AA asks. */
    public static List<String> tooPale(Parent root) {
        return shown(top(root))
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text ->
                        !text.getText().isBlank()
                                && !text.getStyleClass().contains("ikonli-font-icon"))
                .filter(text -> contrast(text) < LEAST_CONTRAST)
                .map(text ->
                        "%.2f : 1 for '%s' in %s"
                                .formatted(contrast(text), text.getText(), name(text.getParent())))
                .toList();
    }

    private static double contrast(Text text) {
        Color behind = behind(text);
        return Contrast.between(Contrast.over((Color) text.getFill(), behind), behind);
    }

    /** What is painted where a node stands: the backgrounds of all that hold it. */
    private static Color behind(Node node) {
        List<Region> holders = new ArrayList<>();
        boolean onPicture = false;
        for (Parent holder = node.getParent(); holder != null; holder = holder.getParent()) {
            if (holder instanceof Region region) {
                holders.addFirst(region);
            }
            onPicture |= holder.getStyleClass().contains("badge");
        }
        Color behind = Color.WHITE;
        for (Region holder : holders) {
            if (onPicture && !holder.getStyleClass().contains("badge")) {
                continue;
            }
            if (holder.getBackground() != null) {
                for (BackgroundFill fill : holder.getBackground().getFills()) {
                    if (fill.getFill() instanceof Color colour) {
                        behind = Contrast.over(colour, behind);
                    }
                }
            }
        }
        return behind;
    }

    /** What floats over a veil, where there is a veil. */
    private static Node top(Parent root) {
        Node overlay = root.lookup(".veil");
        return overlay != null && overlay.isVisible() ? overlay : root;
    }

    /** A node and all in it that the user sees and that is in use. */
    private static Stream<Node> shown(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(SceneFaults::shown))
                : Stream.of(node);
    }

    private static String name(Node node) {
        return node.getId() == null ? node.getStyleClass().toString() : "#" + node.getId();
    }
}
