package atelier.ui.settings;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.FoundDevice;
import atelier.ui.component.Notice;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Where networks run, what is missing for the others, and how much memory trainings may take. */
final class DeviceSection {

    private static final double SLIDER = 240;

    private final SettingsModel model;
    private final Texts texts;
    private final VBox devices;
    private final Notice restart = new Notice();
    private final Section section;
    private final List<Subscription> following = new ArrayList<>();

    DeviceSection(SettingsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        section = new Section(Section.Name.DEVICE, texts);
        devices = section.card();
        Notice never = new Notice();
        never.moreProperty().bind(texts.follow(Phrase.of("settings.device-never")));
        restart.setKind(Notice.Kind.WARNING);
        restart.moreProperty().bind(texts.follow(Phrase.of("settings.device-restart")));
        restart.managedProperty().bind(restart.visibleProperty());
        section.getChildren().addAll(restart, never);
        memory(section.card());
    }

    Section view() {
        model.found().subscribe(this::show);
        model.device().subscribe(this::showRestart);
        return section;
    }

    private void show(@Nullable Found found) {
        Node focused = devices.getScene() == null ? null : devices.getScene().getFocusOwner();
        following.forEach(Subscription::unsubscribe);
        following.clear();
        devices.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        choice(group, DeviceChoice.AUTO, Phrase.of("settings.device-auto-detail"), null, true);
        if (found != null) {
            found.devices().stream()
                    .filter(one -> one.readiness() != FoundDevice.Readiness.OTHER_MACHINE)
                    .forEach(one ->
                            choice(
                                    group,
                                    one.kind(),
                                    detail(one),
                                    state(found, one),
                                    one.isReady()));
        }
        showRestart();
        if (focused instanceof RadioButton && focused.getScene() == null) {
            // The button that had the focus is another now.
            Node again = devices.lookup("#" + focused.getId());
            if (again != null) {
                again.requestFocus();
            }
        }
    }

    private void showRestart() {
        Found found = model.found().get();
        restart.setVisible(found != null && found.waitsForRestart(model.device().get()));
    }

    private Phrase detail(FoundDevice device) {
        return switch (device.readiness()) {
            case NO_DRIVER -> Phrase.of("settings.device-no-driver");
            case OLD_DRIVER -> Phrase.of("settings.device-old-driver");
            case READY, OTHER_MACHINE ->
                    device.kind() == DeviceChoice.CPU
                            ? Phrase.of(
                                    "settings.device-cores",
                                    Runtime.getRuntime().availableProcessors(),
                                    device.numbers())
                            : Phrase.of("settings.device-format", device.numbers());
        };
    }

    private Label state(Found found, FoundDevice device) {
        boolean used = found.inUse().filter(kind -> kind == device.kind()).isPresent();
        String key =
                used
                        ? "settings.device-used"
                        : device.isReady() ? "settings.device-ready" : "settings.device-missing";
        Label chip = section.label(Phrase.of(key), "chip", "still");
        chip.setWrapText(false);
        chip.getStyleClass().addAll(used ? "good" : device.isReady() ? "plain" : "warn");
        return chip;
    }

    private void choice(
            ToggleGroup group,
            DeviceChoice kind,
            Phrase detail,
            @Nullable Label state,
            boolean ready) {
        Phrase name = SettingsModel.deviceName(kind);
        RadioButton button = new RadioButton();
        button.setId("device-" + kind.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.accessibleTextProperty().bind(texts.follow(name));
        button.setDisable(!ready);
        following.add(
                model.device()
                        .subscribe(now -> {
                            if (now == kind) {
                                button.setSelected(true);
                            }
                        }));
        button.selectedProperty()
                .subscribe(on -> {
                    if (on) {
                        model.device().set(kind);
                    }
                });
        HBox row =
                state == null
                        ? section.row(devices, name, detail)
                        : section.row(devices, name, detail, state);
        row.getChildren().addFirst(button);
    }

    private void memory(VBox card) {
        ValueSlider slider = new ValueSlider();
        slider.range(1, model.mostMemory(), 1, model.mostMemory(), 0);
        slider.valueProperty().bindBidirectional(model.memory());
        slider.slider().accessibleTextProperty().bind(texts.follow(Phrase.of("settings.memory")));
        slider.setPrefWidth(SLIDER);
        slider.setId("memory-limit");
        Section.row(
                card,
                Bindings.createStringBinding(
                        () ->
                                model.memory().get() >= model.mostMemory()
                                        ? texts.say(
                                                "settings.memory-all",
                                                Math.round(model.mostMemory()))
                                        : texts.say(
                                                "settings.memory-of",
                                                Math.round(model.memory().get()),
                                                Math.round(model.mostMemory())),
                        model.memory(),
                        texts.language()),
                texts.follow(Phrase.of("settings.memory-detail")),
                slider);
        section.row(card, Phrase.of("settings.pause"), Phrase.of("settings.pause-detail"));
    }
}
