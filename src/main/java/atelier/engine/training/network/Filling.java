package atelier.engine.training.network;

import atelier.engine.sampler.TorchRandom;
import java.util.Arrays;
import java.util.List;

/** What the numbers of a weight are as training begins. */
public sealed interface Filling {

    /** Every number the same. */
    record Constant(float value) implements Filling {

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            float[] values = new float[Filling.size(shape)];
            Arrays.fill(values, value);
            return values;
        }
    }

    /** The first half of the numbers one, the second half another. */
    record Halves(float first, float second) implements Filling {

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            float[] values = new float[Filling.size(shape)];
            Arrays.fill(values, 0, values.length / 2, first);
            Arrays.fill(values, values.length / 2, values.length, second);
            return values;
        }
    }

    /** Normal around 0. */
    record Normal(double deviation) implements Filling {

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            return Filling.scaled(random.normal(Filling.size(shape)), deviation, 0);
        }
    }

    /**
     * Normal around 0 with a variance of 2/n, n being the inputs of each output, which keeps the
     * size of what passes through rectifiers (He et al. 2015).
     */
    record Rectified() implements Filling {

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            return new Normal(Math.sqrt(2.0 / Filling.inputs(shape))).values(shape, random);
        }
    }

    /** Evenly spread from {@code -bound} to {@code bound}. */
    record Uniform(double bound) implements Filling {

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            return Filling.scaled(random.uniform(Filling.size(shape)), 2 * bound, -bound);
        }
    }

    /**
     * For kernels [outputs, inputs, …]: evenly spread within 1/√n of 0, n being the inputs of each
     * output, and on top of it each input passes to the output of the same number, as the mean over
     * some places of the kernel.
     *
     * @param taps those places, counted row by row
     */
    record Passing(List<Integer> taps) implements Filling {

        /** Copies the list. */
        public Passing {
            taps = List.copyOf(taps);
        }

        @Override
        public float[] values(List<Long> shape, TorchRandom random) {
            float[] values = Filling.usual(shape).values(shape, random);
            int channels = (int) Math.min(shape.get(0), shape.get(1));
            int inputs = Math.toIntExact(shape.get(1));
            int kernel = values.length / Math.toIntExact(shape.get(0)) / inputs;
            for (int channel = 0; channel < channels; channel++) {
                for (int tap : taps) {
                    values[(channel * inputs + channel) * kernel + tap] += 1f / taps.size();
                }
            }
            return values;
        }
    }

    /**
     * The numbers, row-major.
     *
     * @param shape of the weight
     */
    float[] values(List<Long> shape, TorchRandom random);

    /** PyTorch's own for a weight [outputs, inputs, …]. */
    static Filling usual(List<Long> shape) {
        return new Uniform(1 / Math.sqrt(Filling.inputs(shape)));
    }

    private static double inputs(List<Long> shape) {
        return shape.stream().skip(1).reduce(1L, Math::multiplyExact);
    }

    private static int size(List<Long> shape) {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    private static float[] scaled(float[] values, double factor, double offset) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factor + offset);
        }
        return values;
    }
}
