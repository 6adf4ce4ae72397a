package atelier.engine.torch;

import ai.djl.engine.Engine;
import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.FoundDevice;
import atelier.model.settings.FoundDevice.Readiness;
import java.util.List;
import java.util.Locale;

/**
 * Finds the processor that the user asked for. What was asked for and is not there is an error,
 * never a silent fall-back; only {@link DeviceChoice#AUTO} may end on the CPU.
 */
public final class Devices {

    private static final String OTHERWISE = ", or choose --device cpu.";

    private final NvidiaDriver driver;
    private final String system;
    private final String architecture;

    /** The processors of this machine. */
    public static Devices ofThisMachine() {
        return new Devices(
                NvidiaDriver.ofThisMachine(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    Devices(NvidiaDriver driver, String system, String architecture) {
        this.driver = driver;
        this.system = system.toLowerCase(Locale.ROOT);
        this.architecture = architecture.toLowerCase(Locale.ROOT);
    }

    /**
     * The processor to use; called on the lane, as it may start LibTorch.
     *
     * @throws AtelierException if it was asked for by name and cannot be had: what is missing, and
     *     how to get it
     */
    public ComputeDevice resolve(DeviceChoice choice) {
        return switch (choice) {
            case CPU -> cpu();
            case CUDA -> cuda();
            case MPS -> mps();
            case AUTO -> automatic();
        };
    }

    /**
     * The processors that there may be, as far as can be told without LibTorch; the first work on
     * one of them tells the rest.
     */
    public List<FoundDevice> found() {
        return List.of(
                new FoundDevice(DeviceChoice.CUDA, nvidia(), ComputeType.BFLOAT16.label()),
                new FoundDevice(
                        DeviceChoice.MPS,
                        isAppleSilicon() ? Readiness.READY : Readiness.OTHER_MACHINE,
                        ComputeType.FLOAT16.label()),
                new FoundDevice(DeviceChoice.CPU, Readiness.READY, cpu().type().label()));
    }

    private Readiness nvidia() {
        if (system.startsWith("mac")) {
            return Readiness.OTHER_MACHINE;
        }
        return driver.version()
                .map(version ->
                        version < NvidiaDriver.NEEDED ? Readiness.OLD_DRIVER : Readiness.READY)
                .orElse(Readiness.NO_DRIVER);
    }

    private ComputeDevice automatic() {
        if (driver.version().isPresent() && gpus() > 0) {
            return cuda();
        }
        return isAppleSilicon() ? mps() : cpu();
    }

    private static ComputeDevice cpu() {
        return new ComputeDevice(DeviceChoice.CPU, "CPU", CpuFeatures.ofThisMachine().bestType());
    }

    private ComputeDevice cuda() {
        int found =
                driver.version()
                        .orElseThrow(() ->
                                new AtelierException(
                                        "No NVIDIA driver was found, so the device cuda cannot be"
                                                + " used: install NVIDIA's driver "
                                                + NvidiaDriver.NEEDED_RELEASE
                                                + " or newer"
                                                + OTHERWISE));
        if (found < NvidiaDriver.NEEDED) {
            throw new AtelierException(
                    "NVIDIA's driver knows CUDA %d.%d, but %d.%d is needed: install driver %s or newer%s"
                            .formatted(
                                    NvidiaDriver.major(found),
                                    NvidiaDriver.minor(found),
                                    NvidiaDriver.major(NvidiaDriver.NEEDED),
                                    NvidiaDriver.minor(NvidiaDriver.NEEDED),
                                    NvidiaDriver.NEEDED_RELEASE,
                                    OTHERWISE));
        }
        if (gpus() == 0) {
            throw new AtelierException(
                    "NVIDIA's driver is there, but LibTorch is the CPU's: build Atelier with -Pcuda"
                            + " and set PYTORCH_LIBRARY_PATH to LibTorch 2.7.1 for CUDA 12.8 with cuDNN"
                            + " 9 (see native/manifest.json)"
                            + OTHERWISE);
        }
        return new ComputeDevice(DeviceChoice.CUDA, "NVIDIA GPU", ComputeType.BFLOAT16);
    }

    private ComputeDevice mps() {
        if (!isAppleSilicon()) {
            throw new AtelierException(
                    "The device mps is Apple's GPU, and this machine ("
                            + system
                            + ", "
                            + architecture
                            + ") has none: choose --device auto"
                            + OTHERWISE);
        }
        return new ComputeDevice(DeviceChoice.MPS, "Apple GPU", ComputeType.FLOAT16);
    }

    private boolean isAppleSilicon() {
        return system.startsWith("mac")
                && (architecture.equals("aarch64") || architecture.equals("arm64"));
    }

    private static int gpus() {
        return Engine.getEngine("PyTorch").getGpuCount();
    }
}
