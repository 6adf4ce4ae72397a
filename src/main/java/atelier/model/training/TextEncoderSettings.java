package atelier.model.training;

/**
 * How fast the text encoders are trained beside the UNet.
 *
 * @param textEncoder1Rate learning rate of the first, at least 0; 0 leaves it as it is
 * @param textEncoder2Rate that of the second
 */
public record TextEncoderSettings(double textEncoder1Rate, double textEncoder2Rate) {

    /** Both stay as they are. */
    public static final TextEncoderSettings NONE = new TextEncoderSettings(0, 0);

    /** Whether either is trained, so that captions go through both in each step. */
    public boolean trained() {
        return textEncoder1Rate > 0 || textEncoder2Rate > 0;
    }
}
