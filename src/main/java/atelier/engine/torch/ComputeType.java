package atelier.engine.torch;

/**
 * Element types that networks compute in; each with the number by which TorchScript programs name
 * it.
 */
public enum ComputeType {
    /** IEEE half precision: on GPUs only, as CPUs emulate it. */
    FLOAT16(5, "fp16"),
    /** IEEE single precision. */
    FLOAT32(6, "fp32"),
    /** Brain float: the range of single precision with 8 bits of significand. */
    BFLOAT16(15, "bf16");

    private final int code;
    private final String label;

    ComputeType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** c10::ScalarType's number. */
    int code() {
        return code;
    }

    /** Bytes of one number. */
    public int bytes() {
        return this == FLOAT32 ? Float.BYTES : Short.BYTES;
    }

    /** As users know it: fp16, fp32 or bf16. */
    public String label() {
        return label;
    }
}
