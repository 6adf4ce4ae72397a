package atelier.engine.sampler;

import java.util.List;

/**
 * The variances β that noise is added with, one for each training step, each above 0 and at most 1.
 */
public sealed interface Betas {

    /** β of each training step. */
    double[] values();

    /**
     * Evenly spaced β.
     *
     * @param start β of the first training step
     * @param end β of the last
     * @param trainSteps number of training steps, at least 2
     */
    record Linear(double start, double end, int trainSteps) implements Betas {
        @Override
        public double[] values() {
            return NumPy.linspace(start, end, trainSteps);
        }
    }

    /**
     * Evenly spaced √β, as Stable Diffusion was trained.
     *
     * @param start β of the first training step, 0.00085 for SDXL
     * @param end β of the last, 0.012 for SDXL
     * @param trainSteps number of training steps, at least 2; 1000 for SDXL
     */
    record ScaledLinear(double start, double end, int trainSteps) implements Betas {
        @Override
        public double[] values() {
            double[] values = NumPy.linspace(Math.sqrt(start), Math.sqrt(end), trainSteps);
            for (int t = 0; t < values.length; t++) {
                values[t] *= values[t];
            }
            return values;
        }
    }

    /**
     * β given one by one.
     *
     * @param betas β of each training step, at least 2
     */
    record Listed(List<Double> betas) implements Betas {
        /** Keeps a copy. */
        public Listed {
            betas = List.copyOf(betas);
        }

        @Override
        public double[] values() {
            return betas.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
