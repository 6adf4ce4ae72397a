package atelier.ui.settings;

import atelier.model.generation.ModelFile;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.HealthChecks;
import atelier.model.settings.Look;
import atelier.model.settings.MachineUse;
import atelier.model.settings.ProblemReport;
import atelier.model.settings.Settings;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the user chooses about the application; each choice counts at once and is kept. */
public final class SettingsModel {

    private static final double GIGABYTE = 0x1p30;

    private final SettingsWork work;
    private final Dress dress;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final ObjectProperty<DeviceChoice> device = new SimpleObjectProperty<>();
    private final DoubleProperty memory = new SimpleDoubleProperty();
    private final ObjectProperty<String> base = new SimpleObjectProperty<>();
    private final BooleanProperty weekly = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> report =
            new ReadOnlyObjectWrapper<>();
    private boolean restoring;

    /**
     * @param background does what waits for the disk
     * @param toasts tells what was done, and what could not be
     */
    public SettingsModel(
            SettingsWork work,
            Dress dress,
            Background background,
            ToastModel toasts,
            UndoStack undo) {
        this.work = work;
        this.dress = dress;
        this.background = background;
        this.toasts = toasts;
        this.undo = undo;
        Settings now = work.store().get();
        long limit = now.machine().memoryLimit();
        device.set(now.machine().device());
        memory.set(limit == 0 ? mostMemory() : Math.min(mostMemory(), limit / GIGABYTE));
        base.set(now.baseModel());
        weekly.set(now.checks().weekly());
        device.subscribe((before, chosen) -> {
            keepMachine();
            remember(device, before, chosen, Phrase.of("settings.device-set", deviceName(chosen)));
        });
        memory.subscribe((_, _) -> keepMachine());
        base.subscribe((before, chosen) -> {
            work.store().update(settings -> settings.withBaseModel(chosen));
            Object name = chosen.isEmpty() ? Phrase.of("settings.base-any") : chosen;
            remember(base, before, chosen, Phrase.of("settings.base-set", name));
        });
        weekly.subscribe(this::keepWeekly);
    }

    private void keepWeekly(boolean before, boolean on) {
        work.store()
                .update(settings -> settings.with(new HealthChecks(on, settings.checks().last())));
        remember(weekly, before, on, Phrase.of(on ? "settings.weekly-on" : "settings.weekly-off"));
    }

    /** What a choice of a processor is called. */
    static Phrase deviceName(DeviceChoice choice) {
        return switch (choice) {
            case AUTO -> Phrase.of("settings.device-auto");
            case CPU -> Phrase.of("settings.device-cpu");
            case CUDA -> Phrase.of("settings.device-cuda");
            case MPS -> Phrase.of("settings.device-mps");
        };
    }

    private void keepMachine() {
        MachineUse use = new MachineUse(device.get(), limit());
        work.store().update(settings -> settings.with(use));
    }

    /** In bytes; 0 where nothing is held back. */
    private long limit() {
        return memory.get() >= mostMemory()
                ? 0
                : (long) (Math.max(1, Math.round(memory.get())) * GIGABYTE);
    }

    private <T> void remember(Property<T> property, T before, T now, Phrase what) {
        if (!restoring) {
            undo.add(what, () -> restore(property, before), () -> restore(property, now));
        }
    }

    private <T> void restore(Property<T> property, T value) {
        restoring = true;
        property.setValue(value);
        restoring = false;
    }

    /** Looks at what there is on this machine. */
    public void open() {
        background.run(() -> Found.look(work), found::set, this::failed);
    }

    /** Deletes what can be computed again. */
    void clearCaches() {
        makeRoom(work.disk()::clearCaches, Phrase.of("settings.caches-cleared"));
    }

    /** Deletes for good what was thrown away. */
    void emptyTrash() {
        makeRoom(work.disk()::emptyTrash, Phrase.of("settings.trash-emptied"));
    }

    private void makeRoom(Runnable action, Phrase done) {
        background.run(
                () -> {
                    action.run();
                    return Found.look(work);
                },
                now -> {
                    found.set(now);
                    toasts.show(Toast.done(done));
                },
                this::failed);
    }

    /** Gathers what tells of a problem; nothing is sent. */
    void report() {
        background.run(work.reports()::make, report::set, this::failed);
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** Atelier's version. */
    String version() {
        return work.version();
    }

    /** Where the user's work lies. */
    String place() {
        return work.disk().workspace().root().toString();
    }

    /** The language of the window. */
    ObjectProperty<Language> language() {
        return dress.language();
    }

    /** Dark or light. */
    ObjectProperty<Look> look() {
        return dress.look();
    }

    /** How large everything is to be, in percent. */
    public ObjectProperty<Integer> scale() {
        return dress.scale();
    }

    /** How large everything is; 1 for 100 percent. */
    ReadOnlyDoubleProperty shownScale() {
        return dress.shownScale();
    }

    /** The processor that networks are to run on. */
    ObjectProperty<DeviceChoice> device() {
        return device;
    }

    /** Memory that a training may take, in units of 1024³ bytes. */
    DoubleProperty memory() {
        return memory;
    }

    /** All the memory there is, in whole units of 1024³ bytes. */
    double mostMemory() {
        return Math.max(2, Math.round(work.memory() / GIGABYTE));
    }

    /** The name of the model to use where no other is chosen; empty for any. */
    ObjectProperty<String> base() {
        return base;
    }

    /** Whether the library is checked every week. */
    BooleanProperty weekly() {
        return weekly;
    }

    /** The models there are. */
    List<ModelFile> models() {
        Found now = found.get();
        return now == null ? List.of() : now.models();
    }

    /** What there is on this machine; null until it has been looked at. */
    ReadOnlyObjectProperty<@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    /** What was gathered last; null before. */
    ReadOnlyObjectProperty<@Nullable ProblemReport> gathered() {
        return report.getReadOnlyProperty();
    }
}
