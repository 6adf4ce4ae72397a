package atelier.service.training.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.MachineMemory;
import atelier.service.job.MemoryLimit;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a training may take of the machine. */
class ThisMachineTest {

    private static final ComputeDevice CPU =
            new ComputeDevice(DeviceChoice.CPU, "CPU", ComputeType.FLOAT32);
    private static final ComputeDevice GPU =
            new ComputeDevice(DeviceChoice.CUDA, "GPU", ComputeType.BFLOAT16);

    private static OptionalLong memory(long limit, ComputeDevice device) {
        return new ThisMachine(new MemoryLimit(() -> limit)).memory(device);
    }

    @Test
    void withoutALimitItIsAllTheMemoryWhereThatIsKnown() {
        assertThat(memory(0, CPU)).hasValue(MachineMemory.total());
        assertThat(memory(0, GPU)).isEmpty();
    }

    @Test
    void aLimitHoldsOnEveryDeviceAndNeverAddsMemory() {
        assertThat(memory(1L << 20, CPU)).hasValue(1L << 20);
        assertThat(memory(1L << 20, GPU)).hasValue(1L << 20);
        assertThat(memory(Long.MAX_VALUE, CPU)).hasValue(MachineMemory.total());
    }
}
