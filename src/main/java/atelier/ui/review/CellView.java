package atelier.ui.review;

import atelier.model.generation.PreviewPicture;
import atelier.model.review.Cell;
import atelier.model.review.QualityBand;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell of the grid; used again for one after another. */
final class CellView extends StackPane {

    private static final double RADIUS = 12;
    private static final double DOT = 4;
    private static final double ROOM_FOR_WORDS = 92;
    private static final double ROOM_FOR_SCORE = 56;

    private final Thumbnails thumbnails;
    private final Texts texts;
    private final Zoom zoom;
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final FontIcon clock = Icons.of("clock");
    private final FontIcon warningIcon = Icons.of("copy");
    private final Label warning = new Label("", warningIcon);
    private final Circle dot = new Circle(DOT);
    private final Label score = new Label("", dot);
    private final Label pick = new Label("", Icons.of("columns"));
    private final Label stars = new Label("", Icons.of("star"));
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private Thumbnails.@Nullable Request request;
    private @Nullable Object asked;
    private @Nullable CellLook shown;

    CellView(Thumbnails thumbnails, Texts texts, Zoom zoom) {
        this.thumbnails = thumbnails;
        this.texts = texts;
        this.zoom = zoom;
        getStyleClass().add("compared-cell");
        setMinSize(0, 0);
        warning.getStyleClass().addAll("badge", "warn");
        score.getStyleClass().add("badge");
        pick.getStyleClass().addAll("badge", "icon-badge");
        stars.getStyleClass().addAll("badge", "icon-badge");
        progress.getStyleClass().add("small");
        progress.setMaxWidth(Double.MAX_VALUE);
        clip.setArcWidth(RADIUS);
        clip.setArcHeight(RADIUS);
        view.setClip(clip);
        view.setSmooth(true);
        place(warning, Pos.TOP_LEFT);
        place(pick, Pos.TOP_RIGHT);
        place(stars, Pos.BOTTOM_LEFT);
        place(score, Pos.BOTTOM_RIGHT);
        place(progress, Pos.BOTTOM_CENTER);
        getChildren().addAll(clock, view, progress, warning, pick, stars, score);
        ZoomGestures.on(this, zoom, this::cell, false);
    }

    private static void place(Region part, Pos place) {
        StackPane.setAlignment(part, place);
        StackPane.setMargin(part, new Insets(4));
    }

    /** Which cell it shows; null for none. */
    @Nullable Cell cell() {
        return shown == null ? null : shown.cell();
    }

    /**
     * Shows a cell.
     *
     * @param look null for none
     * @param spoken what those hear who do not see it
     * @param most the largest side of the picture that memory allows now, in pixels
     */
    void show(@Nullable CellLook look, String spoken, double width, double height, int most) {
        shown = look;
        // Its edge included.
        setPrefSize(width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        view.setFitWidth(width);
        view.setFitHeight(height);
        setAccessibleText(spoken);
        if (look == null) {
            ask(null, 0, 0);
            return;
        }
        double closer = closer(look.cell(), width, most);
        ask(look.file(), (int) (width * closer), (int) (height * closer));
        showPreview(look);
        showState(look, width);
    }

    /** How many times its width the picture must have: a power of two, so that few are read. */
    private double closer(Cell cell, double width, int most) {
        double closer = 1;
        while (closer < zoom.scale(cell) && width * closer * 2 <= most) {
            closer *= 2;
        }
        return closer;
    }

    private void ask(@Nullable Path file, int width, int height) {
        Object wanted = file == null ? null : file.toString() + '@' + width;
        if (wanted != null && wanted.equals(asked)) {
            showPart();
            return;
        }
        if (request != null) {
            request.callOff();
            request = null;
        }
        boolean closerOnly =
                wanted != null && asked instanceof String before && before.startsWith(file + "@");
        asked = wanted;
        if (!closerOnly) {
            view.setImage(null);
        }
        if (file != null) {
            request = thumbnails.ask(file, width, height, this::loaded);
        }
    }

    private void loaded(@Nullable Image image) {
        view.setImage(image);
        showPart();
    }

    private void showPart() {
        Image image = view.getImage();
        CellLook look = shown;
        if (image != null && look != null) {
            view.setViewport(zoom.part(look.cell(), image.getWidth(), image.getHeight()));
        }
    }

    private void showPreview(CellLook look) {
        PreviewPicture preview = look.preview();
        if (look.file() == null) {
            view.setImage(
                    preview == null
                            ? null
                            : Thumbnails.image(preview.width(), preview.height(), preview.rgb()));
            view.setViewport(null);
        }
        progress.setVisible(look.live());
        clock.setVisible(look.file() == null && preview == null);
    }

    private void showState(CellLook look, double width) {
        style("waiting", look.file() == null && look.preview() == null);
        style("chosen", look.chosen());
        Double value = look.score();
        score.setVisible(look.file() != null && value != null && width >= ROOM_FOR_SCORE);
        if (value != null) {
            score.setText(texts.say("number.hundredths", value));
        }
        List<String> styles = dotStyles(look.band());
        if (!dot.getStyleClass().equals(styles)) {
            dot.getStyleClass().setAll(styles);
        }
        // A label does not take a picture in that it left out once.
        score.setGraphic(look.band() == null ? null : dot);
        warning.setVisible(look.file() != null && look.warning() != null);
        if (look.warning() != null) {
            warningIcon.setIconLiteral(Icons.literal(look.warningIcon()));
            warning.setText(width < ROOM_FOR_WORDS ? "" : texts.say(look.warning()));
        }
        pick.setVisible(look.picked());
        stars.setVisible(look.file() != null && look.stars() > 0);
        stars.setText(Integer.toString(look.stars()));
    }

    private static List<String> dotStyles(@Nullable QualityBand band) {
        return band == null
                ? List.of("score-dot")
                : List.of("score-dot", band.name().toLowerCase(Locale.ROOT));
    }

    /** Only where it changes, as cells are shown again with every step of one of them. */
    private void style(String name, boolean on) {
        if (on && !getStyleClass().contains(name)) {
            getStyleClass().add(name);
        } else if (!on) {
            getStyleClass().remove(name);
        }
    }
}
