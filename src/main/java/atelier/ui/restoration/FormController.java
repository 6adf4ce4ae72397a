package atelier.ui.restoration;

import atelier.model.restoration.RestorationChoice;
import atelier.ui.component.Choices;
import atelier.ui.component.Notice;
import atelier.ui.component.Segments;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The column at the right: what is wanted of the pictures. */
public final class FormController {

    private static final int[] FACTORS = {1, 2, 4};
    private static final double LEAST_SIZE = 32;
    private static final double SIZE_STEP = 32;
    private static final double SHARE_STEP = 0.05;

    /** The only restorer that takes a fidelity. */
    private static final String WITH_FIDELITY = "codeformer";

    private final RestorationModel model;
    private final Texts texts;
    private final Runnable models;

    @FXML private ToggleSwitch faces;
    @FXML private VBox faceSettings;
    @FXML private ComboBox<RestorationChoice> restorer;
    @FXML private Label restorerLicence;
    @FXML private ValueSlider strength;
    @FXML private ValueSlider fidelity;
    @FXML private ValueSlider onlyBelow;
    @FXML private Notice noRestorer;
    @FXML private Segments factors;
    @FXML private VBox upscalerBox;
    @FXML private ComboBox<RestorationChoice> upscaler;
    @FXML private Label upscalerLicence;
    @FXML private Label processor;
    @FXML private Notice lost;
    @FXML private Button all;
    @FXML private Button one;

    /**
     * @param models goes to where models are fetched
     */
    public FormController(RestorationModel model, Texts texts, Runnable models) {
        this.model = model;
        this.texts = texts;
        this.models = models;
    }

    @FXML
    void initialize() {
        RestorationForm form = model.form();
        faces.selectedProperty().bindBidirectional(form.faces());
        share(strength, form.wish().strength());
        strength.valueProperty().bindBidirectional(form.strength());
        share(fidelity, form.wish().fidelity());
        fidelity.valueProperty().bindBidirectional(form.fidelity());
        slider(
                onlyBelow,
                LEAST_SIZE,
                RestorationForm.ANY_SIZE,
                SIZE_STEP,
                RestorationForm.ANY_SIZE,
                0);
        onlyBelow.write(this::size);
        onlyBelow.valueProperty().bindBidirectional(form.onlyBelow());
        texts.language().subscribe((_, _) -> onlyBelow.write(this::size));
        Choices.show(restorer, one -> texts.say("restorer." + one.id()));
        choice(restorer, form.restorers(), form.restorer(), restorerLicence);
        Choices.show(upscaler, RestorationChoice::name);
        choice(upscaler, form.upscalers(), form.upscaler(), upscalerLicence);
        for (int factor : FACTORS) {
            factors.add(
                    "restoration-factor-" + factor,
                    texts.follow(Phrase.plain("×" + factor)),
                    "",
                    factor,
                    form.factor());
        }
        for (javafx.scene.Node part :
                new javafx.scene.Node[] {
                    faceSettings, fidelity, noRestorer, upscalerBox, processor, lost,
                }) {
            part.managedProperty().bind(part.visibleProperty());
        }
        noRestorer.setOnLink(_ -> models.run());
        lost.setOnLink(_ -> model.soften());
        all.setOnAction(_ -> model.restoreAll());
        one.setOnAction(_ -> model.restoreChosen());
        form.faces().subscribe(_ -> show());
        form.restorer().subscribe(_ -> show());
        form.restorers().subscribe(this::show);
        form.factor().subscribe(_ -> show());
        model.entries().subscribe(this::show);
        model.chosen().subscribe(_ -> show());
        model.busy().subscribe(_ -> show());
        texts.language().subscribe(this::show);
    }

    private String size(double pixels) {
        return pixels >= RestorationForm.ANY_SIZE
                ? texts.say("rest.any")
                : Long.toString(Math.round(pixels));
    }

    private void share(ValueSlider slider, double usual) {
        slider(slider, 0, 1, SHARE_STEP, usual, 2);
        texts.language()
                .subscribe(_ -> slider.write(value -> texts.say("number.hundredths", value)));
    }

    private static void slider(
            ValueSlider slider, double least, double most, double by, double usual, int places) {
        slider.range(least, most, by, usual, places);
        slider.slider().accessibleTextProperty().bind(slider.textProperty());
    }

    private static void choice(
            ComboBox<RestorationChoice> box,
            ObservableList<RestorationChoice> offered,
            ObjectProperty<@Nullable RestorationChoice> chosen,
            Label licence) {
        box.setItems(offered);
        box.valueProperty().bindBidirectional(chosen);
        licence.managedProperty().bind(licence.visibleProperty());
        chosen.subscribe(now -> {
            licence.setText(now == null ? "" : now.licence());
            licence.setVisible(now != null && !now.licence().isEmpty());
            licence.getStyleClass().removeAll("good", "warn");
            licence.getStyleClass().add(now == null || now.commercial() ? "good" : "warn");
        });
    }

    private void show() {
        RestorationForm form = model.form();
        boolean none = form.restorers().isEmpty();
        RestorationChoice by = form.restorer().get();
        faces.setDisable(none);
        noRestorer.setVisible(none);
        noRestorer.setFact(texts.say("rest.no-restorer"));
        noRestorer.setMore(texts.say("rest.no-restorer-more"));
        noRestorer.setLink(texts.say("rest.fetch"));
        faceSettings.setVisible(!none);
        faceSettings.setDisable(!form.faces().get());
        fidelity.setVisible(by != null && by.id().equals(WITH_FIDELITY));
        upscalerBox.setVisible(form.factor().get() > 1);
        int count = model.count(EntryFilter.ALL);
        boolean idle = form.wish().isNothing() || model.busy().get();
        all.setText(texts.say("rest.run", count));
        all.setDisable(idle || count == 0);
        one.setDisable(idle || model.chosen().get() == null);
        showProcessor(model.chosen().get());
        showLost(model.chosen().get());
    }

    private void showProcessor(@Nullable RestorationEntry entry) {
        String by = entry == null || entry.result() == null ? "" : entry.result().processor();
        processor.setText(by.isEmpty() ? "" : texts.say("rest.processor", by));
        processor.setVisible(!by.isEmpty());
    }

    private void showLost(@Nullable RestorationEntry entry) {
        boolean any = entry != null && entry.state() == EntryState.CHECK;
        lost.setVisible(any);
        if (any) {
            lost.setFact(texts.say("rest.lost"));
            lost.setMore(texts.say("rest.lost-more", model.softer()));
            lost.setLink(texts.say("rest.soften", model.softer()));
        }
    }
}
