package atelier.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a file or folder. */
public final class PathArgument implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        return path(value);
    }

    /** That path, if the system has paths of this form. */
    static Optional<Path> find(String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static Path path(String value) {
        if (value.isEmpty()) {
            throw new TypeConversionException("the name is empty, name a file or folder");
        }
        return find(value)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "'%s' cannot be the name of a file or folder".formatted(value)));
    }
}
