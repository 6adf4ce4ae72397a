package atelier.ui.shell;

import atelier.ui.text.Phrase;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the job bar shows, and what is done from it. */
public final class JobBarModel {

    private final ObjectProperty<JobBarState> status =
            new SimpleObjectProperty<>(JobBarState.idle(Phrase.of("job.idle")));
    private final ObjectProperty<DeviceStatus> device = new SimpleObjectProperty<>();
    private final IntegerProperty waiting = new SimpleIntegerProperty();
    private final Consumer<JobAction> perform;

    /**
     * @param device the processor, as far as it is known yet
     * @param perform does what the user asks for
     */
    public JobBarModel(DeviceStatus device, Consumer<JobAction> perform) {
        this.device.set(device);
        this.perform = perform;
    }

    /** The work. */
    public ObjectProperty<JobBarState> status() {
        return status;
    }

    /** The processor. */
    public ObjectProperty<DeviceStatus> device() {
        return device;
    }

    /** How many jobs wait their turn. */
    public IntegerProperty waiting() {
        return waiting;
    }

    /** Does what the user asks for, where it is offered now. */
    public void perform(JobAction action) {
        if (status.get().actions().contains(action)) {
            perform.accept(action);
        }
    }

    /** Pauses what runs, or goes on with what is paused. */
    public void pauseOrResume() {
        perform(
                status.get().actions().contains(JobAction.PAUSE)
                        ? JobAction.PAUSE
                        : JobAction.RESUME);
    }
}
