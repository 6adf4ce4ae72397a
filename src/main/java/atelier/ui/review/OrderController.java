package atelier.ui.review;

import atelier.model.library.CharacterRecord;
import atelier.ui.component.Choices;
import atelier.ui.component.EmptyState;
import atelier.ui.component.Notice;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The order of a comparison: its axes, what it is measured by, and what it comes to. */
public final class OrderController {

    private final ReviewModel model;
    private final OrderModel order;
    private final OrderForm form;
    private final Texts texts;
    private final Consumer<Consumer<List<Path>>> choose;
    private final Consumer<Consumer<List<Path>>> chooseAdapters;

    @FXML private BorderPane panel;
    @FXML private PanelHeader header;
    @FXML private Button back;
    @FXML private VBox adapters;
    @FXML private EmptyState noAdapters;
    @FXML private Button files;
    @FXML private TextField strengths;
    @FXML private TextArea prompts;
    @FXML private TextArea plain;
    @FXML private TextField seeds;
    @FXML private VBox models;
    @FXML private MenuButton samplers;
    @FXML private MenuButton schedules;
    @FXML private TextField steps;
    @FXML private TextField guidances;
    @FXML private TextField width;
    @FXML private TextField height;
    @FXML private TextField negative;
    @FXML private TextField name;
    @FXML private ComboBox<Optional<CharacterRecord>> subject;
    @FXML private Button references;
    @FXML private Label factors;
    @FXML private Label cells;
    @FXML private Label time;
    @FXML private Notice obstacle;
    @FXML private Button start;

    /**
     * @param choose asks the user for pictures and hands on what was chosen
     * @param chooseAdapters asks for adapter files in the same way
     */
    public OrderController(
            ReviewModel model,
            Texts texts,
            Consumer<Consumer<List<Path>>> choose,
            Consumer<Consumer<List<Path>>> chooseAdapters) {
        this.model = model;
        this.order = model.order();
        this.form = order.form();
        this.texts = texts;
        this.choose = choose;
        this.chooseAdapters = chooseAdapters;
    }

    @FXML
    void initialize() {
        strengths.textProperty().bindBidirectional(form.strengths());
        prompts.textProperty().bindBidirectional(form.prompts());
        plain.textProperty().bindBidirectional(form.plainPrompts());
        seeds.textProperty().bindBidirectional(form.seeds());
        steps.textProperty().bindBidirectional(form.steps());
        guidances.textProperty().bindBidirectional(form.guidances());
        width.textProperty().bindBidirectional(form.width());
        height.textProperty().bindBidirectional(form.height());
        negative.textProperty().bindBidirectional(form.negative());
        name.textProperty().bindBidirectional(form.name());
        noAdapters.managedProperty().bind(noAdapters.visibleProperty());
        noAdapters.visibleProperty().bind(Bindings.isEmpty(form.adapters()));
        obstacle.managedProperty().bind(obstacle.visibleProperty());
        back.setOnAction(_ -> model.back());
        start.setOnAction(_ -> order.start());
        references.setOnAction(_ -> choose.accept(order::measureBy));
        files.setOnAction(_ -> chooseAdapters.accept(order::drop));
        panel.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        header.stateProperty().bind(texts.follow(Phrase.of("review.order-state")));
        beginSubject();
        form.adapters().subscribe(this::showPicks);
        form.models().subscribe(this::showPicks);
        form.changes().subscribe(this::showMenus);
        order.references().subscribe(this::showMenus);
        order.outlook().subscribe(this::showOutlook);
        order.busy().subscribe(this::showOutlook);
        texts.language()
                .subscribe(() -> {
                    showPicks();
                    showMenus();
                    showOutlook();
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            event.consume();
        }
    }

    private void beginSubject() {
        Choices.show(
                subject, one -> one.map(CharacterRecord::name).orElse(texts.say("review.nobody")));
        boolean[] filling = {false};
        Runnable fill =
                () -> {
                    // A box drops its choice while its list changes.
                    filling[0] = true;
                    subject.getItems().setAll(form.subjects().stream().map(Optional::of).toList());
                    subject.getItems().addFirst(Optional.empty());
                    subject.setValue(Optional.ofNullable(form.subject().get()));
                    filling[0] = false;
                };
        form.subjects().subscribe(fill);
        form.subject().subscribe(fill);
        texts.language().subscribe(fill);
        subject.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling[0] && now != null) {
                        form.subject().set(now.orElse(null));
                    }
                });
    }

    private void showPicks() {
        PickList.show(
                adapters,
                form.adapters(),
                pick ->
                        pick.count() == 1
                                ? pick.name()
                                : texts.say("review.run", pick.name(), pick.count()));
        PickList.show(models, form.models(), Pick::name);
    }

    private void showMenus() {
        String none = texts.say("review.choose");
        PickList.show(
                samplers, form.samplers(), pick -> texts.say("sampler." + pick.value()), none);
        PickList.show(
                schedules, form.schedules(), pick -> texts.say("schedule." + pick.value()), none);
        references.setText(
                order.references().isEmpty()
                        ? texts.say("review.other-pictures")
                        : texts.say("review.by-pictures", order.references().size()));
    }

    private void showOutlook() {
        OrderOutlook now = order.outlook().get();
        Phrase wrong = now.obstacle();
        boolean possible = wrong == null;
        factors.setText(
                texts.say(
                        now.others() > 1 ? "review.sum-more" : "review.sum",
                        now.columns(),
                        now.prompts(),
                        now.seeds(),
                        now.others()));
        cells.setText(texts.say("review.cell-count", now.cells()));
        time.setText(
                !possible
                        ? ""
                        : now.seconds() < 0
                                ? texts.say("review.time-unknown")
                                : texts.say("review.time", now.seconds()));
        obstacle.setVisible(wrong != null);
        obstacle.setMore(wrong == null ? "" : texts.say(wrong));
        start.setDisable(!possible || order.busy().get());
        for (Region part : new Region[] {factors, cells}) {
            part.setVisible(possible);
        }
    }
}
