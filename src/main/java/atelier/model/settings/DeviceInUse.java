package atelier.model.settings;

/**
 * The processor that networks run on.
 *
 * @param kind CPU, CUDA or MPS; never AUTO
 * @param name as shown to the user
 * @param numbers the format that it computes in: fp16, fp32 or bf16
 */
public record DeviceInUse(DeviceChoice kind, String name, String numbers) {}
