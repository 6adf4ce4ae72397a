package atelier.ui.component;

/**
 * A curve of a chart. The numbers are not copied.
 *
 * @param style its style class, by which it has its colour and form
 * @param x in order
 * @param y of the same count
 * @param dotted whether each point has a dot
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Curve(String style, double[] x, double[] y, boolean dotted) {}
