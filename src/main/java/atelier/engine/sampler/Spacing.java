package atelier.engine.sampler;

import java.util.Arrays;
import java.util.Locale;

/** Which training steps a number of sampling steps visits (Lin et al. 2023, table 2). */
public enum Spacing {
    /**
     * Multiples of a whole stride, plus the checkpoint's offset: SDXL's own choice. Starts below
     * the last training step, where some signal is left.
     */
    LEADING {
        @Override
        double[] ascending(int trainSteps, int points, int offset) {
            int stride = Math.max(1, trainSteps / points);
            int top = (points - 1) * stride;
            // As many steps as the model was trained with leave no room for an offset.
            int fitting = Math.min(offset, trainSteps - 1 - top);
            return NumPy.arange(fitting, stride, points);
        }
    },

    /** From the last training step down, ending a stride above the first. */
    TRAILING {
        @Override
        double[] timesteps(int trainSteps, int steps, int offset, StepLayout layout) {
            double[] down = NumPy.arange(trainSteps, -(double) trainSteps / steps, steps);
            return Arrays.stream(down).map(t -> Math.rint(t) - 1).toArray();
        }

        @Override
        double[] ascending(int trainSteps, int points, int offset) {
            throw new AssertionError("trailing steps are laid from the top");
        }
    },

    /** Evenly from the last training step to the first. */
    LINSPACE {
        @Override
        double[] ascending(int trainSteps, int points, int offset) {
            if (points == 1) {
                // A single step starts from noise, not from the almost clean end.
                return new double[] {trainSteps - 1};
            }
            // Solvers' open end makes one point too many where each training step is visited.
            return points > trainSteps
                    ? NumPy.arange(trainSteps - points, 1, points)
                    : NumPy.linspace(0, trainSteps - 1, points);
        }
    };

    /** The name in a scheduler configuration, and the id of the schedule. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Training steps to visit, falling.
     *
     * @param trainSteps number of training steps
     * @param steps number of sampling steps, 1 to {@code trainSteps}
     * @param offset added to {@link #LEADING} steps
     * @param layout the sampler family's way to count and round
     */
    double[] timesteps(int trainSteps, int steps, int offset, StepLayout layout) {
        double[] falling = NumPy.reversed(ascending(trainSteps, layout.points(steps), offset));
        return Arrays.stream(falling, 0, steps).map(layout::round).toArray();
    }

    abstract double[] ascending(int trainSteps, int points, int offset);
}
