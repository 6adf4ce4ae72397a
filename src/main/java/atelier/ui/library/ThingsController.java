package atelier.ui.library;

import atelier.ui.component.EmptyState;
import atelier.ui.component.FilterChip;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The middle of the overview and of its two tabs: characters as cards, adapters as a table. */
public final class ThingsController {

    private static final double WIDEST_CARD = 150;
    private static final double PICTURE = 0.82;
    private static final double ONE_ROW = 212;

    private final LibraryModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;

    @FXML private VBox characterPart;
    @FXML private ToggleButton archived;
    @FXML private Button create;
    @FXML private StackPane cards;
    @FXML private ImageGrid<CharacterItem> grid;
    @FXML private EmptyState noCharacters;
    @FXML private VBox adapterPart;
    @FXML private FlowPane filters;
    @FXML private TableView<AdapterItem> table;
    @FXML private EmptyState noAdapters;

    /** Shows what that model holds. */
    public ThingsController(LibraryModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        create.setOnAction(_ -> model.create(texts.say("library.new-name")));
        grid.mostWidthProperty().set(WIDEST_CARD);
        grid.ratioProperty().set(PICTURE);
        grid.footProperty().set(CharacterCell.WORDS);
        grid.show(model.characters().things().shown(), () -> new CharacterCell(thumbnails, texts));
        grid.chosenProperty().bindBidirectional(model.characters().things().chosen());
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInCards);
        grid.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openCharacter();
            }
        });
        texts.language()
                .subscribe((_, _) ->
                        grid.show(
                                model.characters().things().shown(),
                                () -> new CharacterCell(thumbnails, texts)));
        archived.getStyleClass().setAll("chip");
        archived.managedProperty().bind(archived.visibleProperty());
        archived.selectedProperty().bindBidirectional(model.characters().archived());
        model.characters().things().readings().subscribe(this::showArchived);
        texts.language().subscribe(this::showArchived);
        for (AdapterFilter filter : AdapterFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        AdapterTable rows = new AdapterTable(table, model.adapters(), texts, thumbnails);
        table.setPlaceholder(new Region());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInTable);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openAdapter();
            }
        });
        rows.follow();
        characterPart.managedProperty().bind(characterPart.visibleProperty());
        adapterPart.managedProperty().bind(adapterPart.visibleProperty());
        model.tab().subscribe(this::arrange);
        model.readings().subscribe(this::showStates);
        model.adapters().things().readings().subscribe(this::showStates);
        texts.language().subscribe(this::showStates);
        arrange();
        showStates();
    }

    private void arrange() {
        LibraryTab tab = model.tab().get();
        boolean both = tab == LibraryTab.OVERVIEW;
        characterPart.setVisible(both || tab == LibraryTab.CHARACTERS);
        adapterPart.setVisible(both || tab == LibraryTab.ADAPTERS);
        VBox.setVgrow(characterPart, both ? Priority.NEVER : Priority.ALWAYS);
        // Else a low window would lay the adapters over it.
        characterPart.setMinHeight(both ? Region.USE_PREF_SIZE : 0);
        cards.setMinHeight(both ? ONE_ROW : 0);
        cards.setMaxHeight(both ? ONE_ROW : Double.MAX_VALUE);
    }

    private void showArchived() {
        int found = model.characters().countArchived();
        archived.setText(texts.say("library.filter-archived", found));
        archived.setVisible(found > 0 || archived.isSelected());
    }

    private void showStates() {
        boolean characters = !model.characters().things().shown().isEmpty();
        boolean asked = !model.words().get().isBlank();
        grid.setVisible(characters);
        noCharacters.setVisible(!characters);
        noCharacters.setIcon(asked ? "search" : "users");
        noCharacters.setTitle(
                asked
                        ? texts.say("library.nothing", model.words().get())
                        : texts.say("library.no-characters"));
        noCharacters.setDetail(
                texts.say(asked ? "library.nothing-detail" : "library.no-characters-detail"));
        boolean adapters = !model.adapters().things().shown().isEmpty();
        boolean any =
                model.adapters().count() > 0
                        || model.adapters().filter().get() != AdapterFilter.ALL;
        table.setVisible(adapters);
        noAdapters.setVisible(!adapters);
        noAdapters.setIcon(any ? "search" : "sliders");
        noAdapters.setTitle(texts.say(any ? "library.none-such" : "library.no-adapters"));
        noAdapters.setDetail(
                texts.say(any ? "library.nothing-detail" : "library.no-adapters-detail"));
    }

    private ToggleButton chip(AdapterFilter filter) {
        AdaptersModel adapters = model.adapters();
        ToggleButton chip = FilterChip.of("adapters-" + filter.id(), filter, adapters.filter());
        if (filter == AdapterFilter.FAVOURITES) {
            chip.setGraphic(Icons.of("star"));
        } else if (filter == AdapterFilter.ARCHIVED) {
            chip.setGraphic(Icons.of("archive"));
        }
        Runnable count =
                () -> {
                    int found = adapters.count(filter);
                    chip.setVisible(filter.always() || found > 0 || chip.isSelected());
                    chip.setText(texts.say("library.filter-" + filter.id(), found));
                };
        adapters.things().readings().subscribe(count);
        texts.language().subscribe(count);
        count.run();
        return chip;
    }

    private void pressedInCards(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openCharacter();
            event.consume();
        }
    }

    private void pressedInTable(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openAdapter();
            event.consume();
        }
    }

    private void openCharacter() {
        CharacterItem item = model.characters().things().chosen().get();
        if (item != null) {
            model.openCharacter(item.record().slug());
        }
    }

    private void openAdapter() {
        AdapterItem item = model.adapters().things().chosen().get();
        if (item != null) {
            model.openAdapter(item.record().file());
        }
    }
}
