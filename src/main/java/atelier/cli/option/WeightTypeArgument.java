package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.library.WeightType;
import java.util.List;

/** The type of a model's weights. */
public final class WeightTypeArgument extends Choice<WeightType> {

    /** Made by picocli. */
    public WeightTypeArgument() {
        super(
                List.of(
                        entry("fp16", WeightType.FP16),
                        entry("bf16", WeightType.BF16),
                        entry("fp32", WeightType.FP32)));
    }
}
