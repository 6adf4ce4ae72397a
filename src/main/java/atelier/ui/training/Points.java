package atelier.ui.training;

import java.util.Arrays;

/**
 * What is drawn of a curve. The numbers are not copied.
 *
 * @param steps in order
 * @param values of the same count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Points(double[] steps, double[] values) {

    /** More than that are thinned out. */
    static final int MOST = 5_000;

    /** No points. */
    public static final Points NONE = new Points(new double[0], new double[0]);

    /**
     * Those points, or where they are too many the lowest and the highest of every stretch, so that
     * no peak is lost.
     */
    public static Points of(double[] steps, double[] values) {
        if (steps.length <= MOST) {
            return new Points(steps, values);
        }
        int stretches = MOST / 2;
        double[] fewSteps = new double[MOST];
        double[] fewValues = new double[MOST];
        int size = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) steps.length * stretch / stretches);
            int to = (int) ((long) steps.length * (stretch + 1) / stretches);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
            }
            for (int i : low < high ? new int[] {low, high} : new int[] {high, low}) {
                if (size == 0 || steps[i] != fewSteps[size - 1]) {
                    fewSteps[size] = steps[i];
                    fewValues[size++] = values[i];
                }
            }
        }
        return new Points(Arrays.copyOf(fewSteps, size), Arrays.copyOf(fewValues, size));
    }

    /** How many. */
    public int size() {
        return steps.length;
    }

    /** The newest value; NaN where there is none. */
    double last() {
        return size() == 0 ? Double.NaN : values[size() - 1];
    }

    /** Where the lowest value is, the first of several; negative where there is none. */
    int lowest() {
        int lowest = -1;
        for (int i = 0; i < size(); i++) {
            lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
        }
        return lowest;
    }
}
