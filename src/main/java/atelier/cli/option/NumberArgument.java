package atelier.cli.option;

import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number, whose refusal speaks of numbers and not of the types that programs keep them in. */
public final class NumberArgument<T> implements ITypeConverter<T> {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    private final String kind;
    private final Function<String, T> parser;

    private NumberArgument(String kind, Function<String, T> parser) {
        this.kind = kind;
        this.parser = parser;
    }

    /** Has a command line and its subcommands read every number so. */
    public static void register(CommandLine commandLine) {
        NumberArgument<Integer> ints = new NumberArgument<>("whole number", Integer::valueOf);
        NumberArgument<Long> longs = new NumberArgument<>("whole number", Long::valueOf);
        NumberArgument<Double> doubles = new NumberArgument<>("number", Double::valueOf);
        commandLine
                .registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs)
                .registerConverter(Long.class, longs)
                .registerConverter(double.class, doubles)
                .registerConverter(Double.class, doubles);
    }

    @Override
    public T convert(String value) {
        try {
            return parser.apply(value.strip());
        } catch (NumberFormatException e) {
            String why = WHOLE.matcher(value.strip()).matches() ? "is too large" : "is no " + kind;
            throw new TypeConversionException("'%s' %s".formatted(value, why));
        }
    }
}
