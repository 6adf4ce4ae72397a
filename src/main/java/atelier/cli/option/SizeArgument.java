package atelier.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code WIDTHxHEIGHT} in pixels. */
public final class SizeArgument implements ITypeConverter<SizeArgument.Size> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})[xX×](\\d{1,6})");

    /**
     * A width and a height.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(int width, int height) {}

    @Override
    public Size convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'%s' is no size, write width and height in pixels as 1024x1024"
                            .formatted(value));
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
