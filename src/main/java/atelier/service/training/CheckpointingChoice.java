package atelier.service.training;

import atelier.engine.bench.StepWork;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.KeptActivations;
import atelier.engine.training.adapters.KeptWeights;
import atelier.model.dataset.Framing;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.MachineMemory;

/**
 * Decides whether parts of the UNet are computed again where the plan leaves it open: on the CPU,
 * where keeping everything would take more than a quarter of the machine's memory; on a GPU,
 * always.
 */
final class CheckpointingChoice {

    private static final int SHARE = 4;

    private CheckpointingChoice() {}

    static boolean of(TrainingJob job, ComputeDevice device, int reduction) {
        if (job.plan().adapter().isFull()) {
            // Each block's gradients are freed before the next one's are made.
            return true;
        }
        return switch (job.plan().step().checkpointing()) {
            case ON -> true;
            case OFF -> false;
            case AUTO ->
                    device.kind() != DeviceChoice.CPU
                            || kept(job, device, reduction) > MachineMemory.total() / SHARE;
        };
    }

    private static long kept(TrainingJob job, ComputeDevice device, int reduction) {
        Framing largest = job.largest();
        int bytes = device.type() == ComputeType.FLOAT32 ? Float.BYTES : Short.BYTES;
        long activations =
                new KeptActivations(StepWork.of(job.plan(), false).isWrittenOut(), false)
                        .bytes(
                                job.checkpoint().unet(),
                                job.plan().step().batchSize(),
                                largest.height() / reduction,
                                largest.width() / reduction,
                                bytes);
        return activations
                + KeptWeights.bytes(job.plan().adapter(), job.checkpoint().unet(), bytes);
    }
}
