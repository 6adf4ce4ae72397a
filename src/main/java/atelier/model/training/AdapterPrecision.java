package atelier.model.training;

/** The number format that a trained adapter is saved in; it is trained in fp32 always. */
public enum AdapterPrecision {
    /** Half precision, which every program reads. */
    FP16("fp16"),
    /** Half the digits, the range of fp32. */
    BF16("bf16"),
    /** As trained; twice the size. */
    FP32("fp32");

    private final String id;

    AdapterPrecision(String id) {
        this.id = id;
    }

    /** What the command line and files call it. */
    @Override
    public String toString() {
        return id;
    }
}
