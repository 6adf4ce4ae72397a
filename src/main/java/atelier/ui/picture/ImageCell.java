package atelier.ui.picture;

import atelier.model.library.ImageRecord;
import atelier.ui.component.ImageGrid;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An image of the gallery with its mark and its stars. */
public final class ImageCell implements ImageGrid.Cell<ImageRecord> {

    private static final double RADIUS = 12;

    private final Thumbnails thumbnails;
    private final Function<ImageRecord, Path> files;
    private final StackPane cell = new StackPane();
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final FontIcon mark = Icons.of("heart");
    private final Label badge = new Label("", mark);
    private final Label stars = new Label("", Icons.of("star"));
    private Thumbnails.@Nullable Request request;
    private @Nullable String shown;

    /**
     * @param files where an image lies
     */
    public ImageCell(Thumbnails thumbnails, Function<ImageRecord, Path> files) {
        this.thumbnails = thumbnails;
        this.files = files;
        cell.getStyleClass().add("image-cell");
        badge.getStyleClass().addAll("badge", "icon-badge");
        StackPane.setAlignment(badge, Pos.TOP_LEFT);
        StackPane.setMargin(badge, new Insets(4));
        stars.getStyleClass().addAll("badge", "icon-badge");
        StackPane.setAlignment(stars, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(stars, new Insets(4));
        clip.setArcWidth(RADIUS);
        clip.setArcHeight(RADIUS);
        view.setClip(clip);
        cell.getChildren().addAll(view, badge, stars);
    }

    @Override
    public Region node() {
        return cell;
    }

    @Override
    public void show(@Nullable ImageRecord item, boolean chosen, double width, double height) {
        String key = item == null ? null : item.file() + '@' + (int) width;
        if (key == null || !key.equals(shown)) {
            if (request != null) {
                request.callOff();
                request = null;
            }
            view.setImage(null);
            shown = key;
            if (item != null) {
                clip.setWidth(width);
                clip.setHeight(height);
                request =
                        thumbnails.ask(files.apply(item), (int) width, (int) height, this::loaded);
            }
        }
        int liked = item == null ? 0 : item.marks().liked();
        badge.setVisible(liked != 0);
        mark.setIconLiteral(Icons.literal(liked < 0 ? "thumbs-down" : "heart"));
        int worth = item == null ? 0 : item.marks().stars();
        stars.setVisible(worth > 0);
        stars.setText(Integer.toString(worth));
        cell.setAccessibleText(item == null ? "" : item.prompt());
        cell.getStyleClass().remove("chosen");
        if (chosen) {
            cell.getStyleClass().add("chosen");
        }
    }

    private void loaded(@Nullable Image image) {
        view.setImage(image);
    }
}
