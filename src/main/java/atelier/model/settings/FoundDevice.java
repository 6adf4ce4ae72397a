package atelier.model.settings;

/**
 * A processor that networks may run on, as far as it is known before one does.
 *
 * @param kind CPU, CUDA or MPS; never AUTO
 * @param readiness whether it can be used
 * @param numbers the format that it computes in: fp16, fp32 or bf16
 */
public record FoundDevice(DeviceChoice kind, Readiness readiness, String numbers) {

    /** Whether a processor can be used, and what is missing where it cannot. */
    public enum Readiness {
        /** It is there. */
        READY,
        /** It needs NVIDIA's driver, and there is none. */
        NO_DRIVER,
        /** NVIDIA's driver is too old for it. */
        OLD_DRIVER,
        /** It is a part of other machines. */
        OTHER_MACHINE
    }

    /** Whether it can be used. */
    public boolean isReady() {
        return readiness == Readiness.READY;
    }
}
