package atelier.service.training.curves;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Some curves over the steps of a run.
 *
 * @param title of the panel
 * @param remark beside it where there is no legend, such as the newest value
 * @param curves the last is drawn over the others
 * @param fromZero whether the values' axis begins at 0
 */
public record Panel(String title, String remark, List<Curve> curves, boolean fromZero) {

    /** Copies the list. */
    public Panel {
        curves = List.copyOf(curves);
    }

    /** The values' axis. */
    Scale values() {
        double[] seen = curves.stream().flatMapToDouble(Curve::range).toArray();
        if (seen.length == 0) {
            return new Scale(0, 1);
        }
        double least = DoubleStream.of(seen).min().orElseThrow();
        double most = DoubleStream.of(seen).max().orElseThrow();
        return Scale.around(fromZero ? Math.min(0, least) : least, most);
    }
}
