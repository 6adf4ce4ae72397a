package atelier.engine.training.network;

import atelier.engine.sampler.TorchRandom;
import java.util.Arrays;

/** What the numbers of a weight are as training begins. */
public sealed interface Filling {

    /** Every number the same. */
    record Constant(float value) implements Filling {}

    /** Evenly spread from {@code -bound} to {@code bound}. */
    record Uniform(double bound) implements Filling {}

    /** Normal around 0. */
    record Normal(double deviation) implements Filling {}

    /** That many numbers. */
    default float[] values(int count, TorchRandom random) {
        float[] values =
                switch (this) {
                    case Constant constant -> {
                        float[] all = new float[count];
                        Arrays.fill(all, constant.value());
                        yield all;
                    }
                    case Uniform _ -> random.uniform(count);
                    case Normal _ -> random.normal(count);
                };
        for (int i = 0; i < count; i++) {
            values[i] =
                    switch (this) {
                        case Constant _ -> values[i];
                        case Uniform uniform -> (float) ((2 * values[i] - 1) * uniform.bound());
                        case Normal normal -> (float) (values[i] * normal.deviation());
                    };
        }
        return values;
    }
}
