package atelier.engine.weights;

import java.nio.ByteBuffer;

/** The values of tensors, as a network wants them. */
final class Values {

    private Values() {}

    /** The tensor row by row, transposed where it is stored so. */
    static float[] of(WeightSource source) {
        float[] stored;
        try (SafetensorsMapping range =
                SafetensorsMapping.open(source.file(), source.begin(), source.end())) {
            ByteBuffer bytes = range.buffer(source.begin(), source.end(), source.dtype());
            stored = FloatConversion.floats(bytes, source.dtype());
        }
        if (!source.transposed()) {
            return stored;
        }
        int rows = Math.toIntExact(source.shape().get(0));
        int columns = Math.toIntExact(source.shape().get(1));
        float[] values = new float[stored.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = stored[column * rows + row];
            }
        }
        return values;
    }

    static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
