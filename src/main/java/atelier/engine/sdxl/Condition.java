package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;

/**
 * What a UNet call is conditioned on besides time.
 *
 * @param context text states [batch, tokens, width of both encoders], in the UNet's element type
 * @param pooled pooled output of the second encoder [batch, width], in the UNet's element type
 * @param sizes [batch, 6], fp32: original height and width, crop top and left, target height and
 *     width, in pixels
 */
public record Condition(NDArray context, NDArray pooled, NDArray sizes) {}
