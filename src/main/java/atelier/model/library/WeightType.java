package atelier.model.library;

/** The types in which models keep their weights. */
public enum WeightType {
    /** IEEE half precision: 2 bytes, up to 65504. */
    FP16,
    /** Brain float: 2 bytes, the range of a 32-bit float with 8 bits of precision. */
    BF16,
    /** IEEE single precision: 4 bytes. */
    FP32
}
