package atelier.cli.option;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A colour, by name or as #rrggbb; given as 0xRRGGBB. */
public final class ColourArgument implements ITypeConverter<Integer> {

    private static final Map<String, Integer> NAMES =
            Map.of("white", 0xffffff, "black", 0, "grey", 0x808080, "gray", 0x808080);

    @Override
    public Integer convert(String value) {
        String name = value.toLowerCase(Locale.ROOT);
        if (name.matches("#[0-9a-f]{6}")) {
            return Integer.parseInt(name.substring(1), 16);
        }
        Integer colour = NAMES.get(name);
        if (colour == null) {
            throw new TypeConversionException(
                    "'%s' is no colour; it is white, black, grey or #rrggbb".formatted(value));
        }
        return colour;
    }
}
