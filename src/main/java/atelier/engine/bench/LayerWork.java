package atelier.engine.bench;

/**
 * Floating-point operations that a layer of a UNet takes in one prediction.
 *
 * @param weight name of its weight
 * @param product of the weight with what comes in
 * @param attention that follows it, over queries alone
 */
record LayerWork(String weight, double product, double attention) {}
