package atelier.ui.library;

import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterRating;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Fills a table with adapters; a click on a heading sorts by it. */
final class AdapterTable {

    private static final double ROW = 41;
    private static final int PICTURE = 32;
    private static final double RADIUS = 8;

    private final TableView<AdapterItem> table;
    private final AdaptersModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private boolean choosing;

    AdapterTable(
            TableView<AdapterItem> table, AdaptersModel model, Texts texts, Thumbnails thumbnails) {
        this.table = table;
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("name", 190, NameCell::new, item -> item.record().name()));
        table.getColumns().add(words("type", 96, this::type));
        table.getColumns().add(words("trigger", 110, this::trigger));
        table.getColumns().add(number("size", 92, item -> item.record().bytes()));
        table.getColumns().add(number("images", 84, AdapterItem::images));
        table.getColumns().add(rating());
        table.getColumns().add(column("health", 130, FaultCell::new, AdapterItem::fault));
    }

    /** Begins to show what the model holds. */
    void follow() {
        SortedList<AdapterItem> sorted = new SortedList<>(model.things().shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.things().chosen().subscribe(this::choose);
        model.things().readings().subscribe(() -> choose(model.things().chosen().get()));
        texts.language().subscribe(table::refresh);
    }

    private void chosen(@Nullable AdapterItem item) {
        if (item != null && !choosing) {
            model.things().chosen().set(item);
        }
    }

    private void choose(@Nullable AdapterItem item) {
        choosing = true;
        if (item == null) {
            table.getSelectionModel().clearSelection();
        } else if (!item.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(item);
        }
        choosing = false;
    }

    private String type(AdapterItem item) {
        return texts.say("adapter-type." + item.record().type().name().toLowerCase(Locale.ROOT));
    }

    private String trigger(AdapterItem item) {
        return item.record().trigger().isBlank() ? "–" : item.record().trigger();
    }

    private TableColumn<AdapterItem, String> words(
            String id, double width, Function<AdapterItem, String> value) {
        return column(id, width, WordsCell::new, value);
    }

    private TableColumn<AdapterItem, Number> number(
            String id, double width, Function<AdapterItem, Number> value) {
        TableColumn<AdapterItem, Number> column =
                column(id, width, () -> new NumberCell("library.value-" + id), value);
        column.getStyleClass().add("number-column");
        column.setComparator(Comparator.comparingLong(Number::longValue));
        return column;
    }

    /** Unrated ones come last, whatever the mean that they begin with. */
    private TableColumn<AdapterItem, AdapterRating> rating() {
        TableColumn<AdapterItem, AdapterRating> column =
                column("rating", 84, RatingCell::new, AdapterItem::rating);
        column.setComparator(
                Comparator.comparing(AdapterRating::isKnown)
                        .thenComparingDouble(AdapterRating::stars)
                        .thenComparingInt(AdapterRating::images));
        return column;
    }

    private <T> TableColumn<AdapterItem, T> column(
            String id,
            double width,
            Supplier<TableCell<AdapterItem, T>> cells,
            Function<AdapterItem, T> value) {
        TableColumn<AdapterItem, T> column = new TableColumn<>();
        column.setId("adapters-" + id);
        column.textProperty().bind(texts.follow(Phrase.of("library.column-" + id)));
        column.setPrefWidth(width);
        column.setCellFactory(_ -> cells.get());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A name with a picture before it. */
    private final class NameCell extends TableCell<AdapterItem, String> {

        private final ImageView view = new ImageView();
        private final Label words = new Label();
        private final HBox box = new HBox(10, view, words);
        private Thumbnails.@Nullable Request request;
        private @Nullable Path shown;

        NameCell() {
            Rectangle clip = new Rectangle(PICTURE, PICTURE);
            clip.setArcWidth(RADIUS);
            clip.setArcHeight(RADIUS);
            view.setClip(clip);
            view.setFitWidth(PICTURE);
            view.setFitHeight(PICTURE);
            words.getStyleClass().add("name");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            AdapterItem item = empty ? null : getTableRow().getItem();
            setGraphic(item == null ? null : box);
            words.setText(name == null ? "" : name);
            words.setGraphic(
                    item != null && item.record().favourite() ? Icons.of("star", 12) : null);
            Path picture = item == null ? null : item.picture();
            if (picture == null || !picture.equals(shown)) {
                if (request != null) {
                    request.callOff();
                }
                view.setImage(null);
                shown = picture;
                request =
                        picture == null
                                ? null
                                : thumbnails.ask(picture, PICTURE, PICTURE, view::setImage);
            }
        }
    }

    private static final class WordsCell extends TableCell<AdapterItem, String> {

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value);
        }
    }

    private final class NumberCell extends TableCell<AdapterItem, Number> {

        private final String key;

        NumberCell(String key) {
            this.key = key;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Number value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : texts.say(key, value));
        }
    }

    private final class RatingCell extends TableCell<AdapterItem, AdapterRating> {

        private final Label stars = new Label("", Icons.of("star", 12));

        RatingCell() {
            stars.getStyleClass().add("rating");
        }

        @Override
        protected void updateItem(@Nullable AdapterRating rating, boolean empty) {
            super.updateItem(rating, empty);
            boolean known = !empty && rating != null && rating.isKnown();
            setGraphic(known ? stars : null);
            setText(empty || known ? null : texts.say("library.not-rated"));
            if (rating != null && known) {
                stars.setText(texts.say("library.value-rating", rating.stars()));
                stars.setAccessibleText(
                        texts.say("library.rating-of", rating.stars(), rating.images()));
                stars.setTooltip(new Tooltip(stars.getAccessibleText()));
            }
        }
    }

    private final class FaultCell extends TableCell<AdapterItem, AdapterFault> {

        private final Label chip = new Label();

        @Override
        protected void updateItem(@Nullable AdapterFault fault, boolean empty) {
            super.updateItem(fault, empty);
            setGraphic(empty || fault == null ? null : chip);
            if (fault != null) {
                Chips.show(chip, fault, texts);
            }
        }
    }
}
