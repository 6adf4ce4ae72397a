package atelier.cli.option;

import atelier.model.restoration.FacePoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place in an image, as X,Y: pixels from its left and from its upper edge. */
public final class PlaceArgument implements ITypeConverter<FacePoint> {

    @Override
    public FacePoint convert(String value) {
        String[] numbers = value.split(",", -1);
        if (numbers.length == 2) {
            try {
                return new FacePoint(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            } catch (NumberFormatException _) {
                // Told below, as any other text.
            }
        }
        throw new TypeConversionException(
                "'%s' is no place in an image; write pixels from the left and from the top, such as 120,80"
                        .formatted(value));
    }
}
