package atelier.model.settings;

/** Which processor the networks should run on, as the user asks for it. */
public enum DeviceChoice {
    /** The fastest that is present: CUDA, then MPS, then the CPU. */
    AUTO,
    /** The processor itself. */
    CPU,
    /** An NVIDIA GPU. */
    CUDA,
    /** Apple's GPU. */
    MPS
}
