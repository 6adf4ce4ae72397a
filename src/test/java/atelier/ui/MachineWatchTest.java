package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobBarModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The job bar says what computes, as soon as something does. */
class MachineWatchTest {

    private static final DeviceStatus RESTS =
            new DeviceStatus(true, Phrase.of("device.cpu", 2), Phrase.of("device.rests"), 3, 24);

    private final JobBarModel bar = new JobBarModel(RESTS, _ -> {});
    private Optional<DeviceInUse> device = Optional.empty();
    private long used = 5;

    private DeviceStatus look() {
        new MachineWatch(
                        new Background(Runnable::run, Runnable::run), () -> device, () -> used, bar)
                .look();
        return bar.device().get();
    }

    @Test
    void beforeTheFirstJobOnlyTheMemoryChanges() {
        assertThat(look()).isEqualTo(RESTS.withMemory(5));
        used = 7;
        assertThat(look().memoryUsed()).isEqualTo(7);
    }

    @Test
    void theProcessorKeepsItsNameAndTellsItsNumbers() {
        device = Optional.of(new DeviceInUse(DeviceChoice.CPU, "CPU", "bf16"));
        assertThat(look())
                .isEqualTo(
                        new DeviceStatus(
                                true,
                                Phrase.of("device.cpu", 2),
                                Phrase.of("device.computes", "bf16"),
                                5,
                                24));
    }

    @Test
    void aGraphicsCardIsCalledByItsName() {
        device = Optional.of(new DeviceInUse(DeviceChoice.CUDA, "NVIDIA RTX 3090", "fp16"));
        assertThat(look().name()).isEqualTo(Phrase.plain("NVIDIA RTX 3090"));
        assertThat(look().detail()).isEqualTo(Phrase.of("device.computes", "fp16"));
    }
}
