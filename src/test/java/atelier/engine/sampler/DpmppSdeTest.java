package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DPM++ SDE, which the reference lacks, against its formulas written anew in double. */
class DpmppSdeTest {

    private static final int VALUES = 64;

    @ParameterizedTest
    @CsvSource({
        "karras, 8, 1",
        "karras, 20, 1",
        "leading, 8, 1",
        "trailing, 5, 1",
        "leading, 8, 0.4",
        "leading, 8, 0",
        "sgm-uniform, 1, 1"
    })
    void followsItsFormulas(String schedule, int steps, double eta) {
        SamplerRun run = Samplers.start(SchedulerConfig.SDXL, "dpmpp-sde", schedule, steps, eta);
        double[] steady =
                Samplers.start(SchedulerConfig.SDXL, "euler", schedule, steps, 0).sigmas();
        assertThat(run.calls()).isEqualTo(2 * steps - 1);

        float[] start = new TorchRandom(1).normal(VALUES);
        double[] want = sampled(start, steady, eta, new TorchRandom(2));

        TorchRandom noise = new TorchRandom(2);
        float[] sample = start;
        for (int call = 0; call < run.calls(); call++) {
            double sigma = run.sigmas()[call];
            float[] input = run.scaleInput(sample, call);
            float[] output = new float[VALUES];
            for (int i = 0; i < VALUES; i++) {
                output[i] = (float) epsilon(input[i], sigma);
            }
            sample = run.step(output, call, sample, noise);
        }
        for (int i = 0; i < VALUES; i++) {
            assertThat((double) sample[i]).isCloseTo(want[i], within(2e-4));
        }
    }

    /** A model that depends on noise and input, with an input of variance 1. */
    private static double epsilon(double input, double sigma) {
        return 0.6 * Math.sin(input) + 0.2 * Math.cos(Math.log(sigma));
    }

    /** r = 1/2, t = -ln sigma, h = t' - t, s = t + r h. */
    private static double[] sampled(float[] start, double[] sigmas, double eta, TorchRandom noise) {
        double[] x = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            x[i] = start[i];
        }
        for (int step = 0; step + 1 < sigmas.length; step++) {
            double sigma = sigmas[step];
            double next = sigmas[step + 1];
            if (next == 0) {
                for (int i = 0; i < VALUES; i++) {
                    double slope = (x[i] - denoised(x[i], sigma)) / sigma;
                    x[i] += slope * (next - sigma);
                }
                continue;
            }
            double t = -Math.log(sigma);
            double tNext = -Math.log(next);
            double s = t + 0.5 * (tNext - t);
            double middle = Math.exp(-s);

            double upInner = up(sigma, middle, eta);
            double sDown = -Math.log(Math.sqrt(middle * middle - upInner * upInner));
            double upOuter = up(sigma, next, eta);
            double tDown = -Math.log(Math.sqrt(next * next - upOuter * upOuter));

            float[] z1 = eta > 0 ? noise.normal(VALUES) : new float[VALUES];
            float[] z2 = eta > 0 ? noise.normal(VALUES) : new float[VALUES];
            for (int i = 0; i < VALUES; i++) {
                double d1 = denoised(x[i], sigma);
                double x2 =
                        Math.exp(-sDown) / Math.exp(-t) * x[i]
                                - Math.expm1(t - sDown) * d1
                                + upInner * z1[i];
                double d2 = denoised(x2, middle);
                double mixed = (1 - 1 / (2 * 0.5)) * d1 + 1 / (2 * 0.5) * d2;
                x[i] =
                        Math.exp(-tDown) / Math.exp(-t) * x[i]
                                - Math.expm1(t - tDown) * mixed
                                + upOuter * z2[i];
            }
        }
        return x;
    }

    private static double denoised(double x, double sigma) {
        return x - sigma * epsilon(x / Math.sqrt(sigma * sigma + 1), sigma);
    }

    private static double up(double from, double to, double eta) {
        return Math.min(to, eta * Math.sqrt(to * to * (from * from - to * to) / (from * from)));
    }
}
