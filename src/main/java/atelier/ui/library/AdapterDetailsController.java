package atelier.ui.library;

import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.ui.component.Notice;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Texts;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column of the adapters: what the chosen one is, where it came from, what it lacks. */
public final class AdapterDetailsController {

    private static final double MOST_STRENGTH = 1.5;
    private static final double STEP = 0.05;
    private static final double USUAL = 0.8;
    private static final int HASH = 12;

    private final LibraryModel model;
    private final AdaptersModel adapters;
    private final LibraryWays ways;
    private final Texts texts;
    private final Moments moments;
    private final ChangeList changes;

    @FXML private VBox content;
    @FXML private ThingFields fields;
    @FXML private Label fault;
    @FXML private Notice lack;
    @FXML private ValueSlider strength;
    @FXML private Button generate;
    @FXML private Button files;
    @FXML private Button archive;
    @FXML private Button remove;
    @FXML private GridPane facts;
    @FXML private VBox history;

    /**
     * @param ways where one goes on with it
     */
    public AdapterDetailsController(
            LibraryModel model, LibraryWays ways, Texts texts, Moments moments) {
        this.model = model;
        this.adapters = model.adapters();
        this.ways = ways;
        this.texts = texts;
        this.moments = moments;
        this.changes = new ChangeList(texts, moments, model::takeBack);
    }

    @FXML
    void initialize() {
        strength.range(0, MOST_STRENGTH, STEP, USUAL, 2);
        texts.language()
                .subscribe(_ -> strength.write(value -> texts.say("number.hundredths", value)));
        strength.valueProperty().set(USUAL);
        fields.begin(
                "adapter",
                texts,
                model.drafts(),
                (field, value) -> adapters.set(AdapterField.valueOf(field), value));
        ShownThings<AdapterItem> things = adapters.things();
        generate.setOnAction(_ ->
                things.withChosen(
                        item -> ways.generate(item.record(), strength.valueProperty().get())));
        files.setOnAction(_ -> things.withChosen(item -> ways.showInFiles(model.path(item))));
        archive.setOnAction(_ -> adapters.archive());
        remove.setOnAction(_ -> adapters.remove());
        lack.managedProperty().bind(lack.visibleProperty());
        DetailsFeed.feed(things, model.details(), texts, this::show, this::showDetails);
    }

    private static String id(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Lets its name be written. */
    void rename() {
        fields.writeName();
    }

    private void show(@Nullable AdapterItem item) {
        content.setVisible(item != null);
        if (item == null) {
            return;
        }
        AdapterRecord record = item.record();
        fields.show(
                record.file(),
                record.name(),
                record.type(),
                record.trigger(),
                record.tags(),
                record.note(),
                record.favourite());
        Chips.show(fault, item.fault(), texts);
        showLack(item);
        ArchiveButton.show(archive, record.archived(), texts);
        generate.setDisable(item.fault() == AdapterFault.NO_FILE || record.archived());
    }

    private void showLack(AdapterItem item) {
        boolean broken = item.fault() != AdapterFault.NONE;
        lack.setVisible(broken);
        if (broken) {
            lack.setKind(
                    item.fault() == AdapterFault.NO_FILE
                            ? Notice.Kind.DANGER
                            : Notice.Kind.WARNING);
            lack.setFact(texts.say("library.lack-" + id(item.fault())));
            lack.setMore(texts.say("library.mend-" + id(item.fault())));
            lack.setLink(
                    item.fault() == AdapterFault.NO_FILE ? "" : texts.say("library.write-trigger"));
            lack.setOnLink(_ -> fields.writeTrigger());
        }
    }

    private void showDetails(Details details) {
        AdapterItem item = adapters.things().chosen().get();
        Facts lines = new Facts(facts, texts);
        if (item == null || !details.item().equals(item.record().file())) {
            history.getChildren().clear();
            return;
        }
        AdapterRecord record = item.record();
        lines.add("size", texts.say("library.value-size", record.bytes()));
        lines.add("images", texts.say("library.value-images", item.images()));
        if (item.rating().isKnown()) {
            lines.add(
                    "rating",
                    texts.say("library.rating-of", item.rating().stars(), item.rating().images()));
        }
        AdapterInfo info = details.info();
        if (info != null) {
            lines.add("network", network(info));
            lines.add("base", info.baseName() == null ? "–" : info.baseName());
            String steps = info.metadata().get("ss_steps");
            if (steps != null) {
                lines.add("steps", steps);
            }
        } else if (!details.unreadable().isEmpty()) {
            lines.add("network", texts.said(details.unreadable()));
        }
        if (!record.character().isEmpty()) {
            Hyperlink link = new Hyperlink(record.character());
            link.setOnAction(_ -> model.openCharacter(record.character()));
            lines.add("character", link);
        }
        details.history().stream()
                .reduce((_, first) -> first)
                .ifPresent(first -> lines.add("origin", first.why()));
        lines.add("added", moments.say(record.added()));
        lines.add("file", record.file());
        lines.add("hash", record.sha256().substring(0, HASH) + "…");
        changes.show(history, details.history());
    }

    private String network(AdapterInfo info) {
        return info.groups().stream()
                .findFirst()
                .map(group -> texts.say("library.network", group.method().label(), group.rank()))
                .orElse("–");
    }
}
