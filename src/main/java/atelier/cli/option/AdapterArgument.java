package atelier.cli.option;

import atelier.model.generation.AdapterUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * {@code FILE[:WEIGHT]}. What follows the last colon is the weight if it is a number, unless a file
 * of the whole name exists; so drive letters and colons in names do no harm.
 */
public final class AdapterArgument implements ITypeConverter<AdapterUse> {

    private static final Pattern WEIGHTED =
            Pattern.compile(
                    "(?<file>.+):(?<weight>[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)",
                    Pattern.DOTALL);

    @Override
    public AdapterUse convert(String value) {
        Matcher weighted = WEIGHTED.matcher(value);
        if (isFile(value) || !weighted.matches()) {
            return new AdapterUse(PathArgument.path(value), 1);
        }
        return new AdapterUse(
                PathArgument.path(weighted.group("file")),
                Double.parseDouble(weighted.group("weight")));
    }

    /** Not {@link Path#of} at once: on Windows a name with a second colon is no path at all. */
    private static boolean isFile(String value) {
        return PathArgument.find(value).filter(Files::exists).isPresent();
    }
}
