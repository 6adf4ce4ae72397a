package atelier.service.job;

import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Devices;
import atelier.engine.torch.Lane;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
import atelier.model.settings.FoundDevice;
import atelier.service.storage.WindowThread;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one processor that this process computes on, and the lane that all of its work takes.
 * LibTorch starts with the first work, so that commands and windows that compute nothing start
 * fast.
 */
public final class Accelerator implements AutoCloseable {

    private final Lane lane = new Lane();
    private @Nullable Torch torch;
    private volatile @Nullable ComputeDevice device;
    private volatile boolean givesWay;

    /**
     * Runs work on the lane and waits for it.
     *
     * @param choice the processor wanted; the first work decides it for the process
     * @throws AtelierException if the processor cannot be had, or another one is in use already
     */
    public <T> T call(DeviceChoice choice, BiFunction<Torch, ComputeDevice, T> work) {
        WindowThread.refuse("the engine was asked");
        return lane.call(() -> {
            if (givesWay && device == null) {
                // LibTorch's threads are as the one that they are started by.
                lane.giveWay();
            }
            ComputeDevice resolved = resolve(choice);
            if (torch == null) {
                torch = Torch.open(lane, resolved);
            }
            return work.apply(torch, resolved);
        });
    }

    private ComputeDevice resolve(DeviceChoice choice) {
        ComputeDevice now = device;
        if (now == null) {
            now = Devices.ofThisMachine().resolve(choice);
            device = now;
        } else if (choice != DeviceChoice.AUTO && choice != now.kind()) {
            throw new AtelierException(
                    "Atelier is running on the "
                            + now.name()
                            + " already: restart it to use another device.");
        }
        return now;
    }

    /** The processors that there may be; may be called on any thread but the window's. */
    public List<FoundDevice> found() {
        return Devices.ofThisMachine().found();
    }

    /** The processor that this process computes on; empty before the first work. */
    public Optional<DeviceInUse> inUse() {
        return Optional.ofNullable(device)
                .map(now -> new DeviceInUse(now.kind(), now.name(), now.type().label()));
    }

    /** Runs work on the lane that needs no processor, such as closing what lives there. */
    public void onLane(Runnable work) {
        lane.run(work);
    }

    /** Lets a window go before the work of the lane, from the first work on. */
    public void giveWay() {
        givesWay = true;
    }

    /**
     * Runs work on the lane, and waits for it, that chooses its processor itself, as networks in
     * ONNX files do.
     */
    public <T> T onLane(Function<Lane, T> work) {
        WindowThread.refuse("the engine was asked");
        return lane.call(() -> work.apply(lane));
    }

    /** Gives memory that finished work has freed back to the system. */
    public void trim() {
        lane.run(NativeMemory::trim);
    }

    /** Lets work in progress finish, then ends LibTorch's part. */
    @Override
    public void close() {
        lane.run(() -> {
            if (torch != null) {
                torch.close();
                torch = null;
            }
        });
        lane.close();
    }
}
