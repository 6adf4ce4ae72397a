package atelier.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.generation.AdapterUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class AdapterArgumentTest {

    private static AdapterUse parse(String value) {
        return new AdapterArgument().convert(value);
    }

    @ParameterizedTest
    @CsvSource({
        "mia.safetensors, mia.safetensors, 1",
        "mia.safetensors:0.8, mia.safetensors, 0.8",
        "mia.safetensors:-1, mia.safetensors, -1",
        "mia.safetensors:+.5, mia.safetensors, 0.5",
        "mia.safetensors:1e-2, mia.safetensors, 0.01",
        "C:\\loras\\x.safetensors, C:\\loras\\x.safetensors, 1",
        "C:\\loras\\x.safetensors:0.8, C:\\loras\\x.safetensors, 0.8",
        "a:b.safetensors, a:b.safetensors, 1",
        "a:b.safetensors:2, a:b.safetensors, 2",
        "mia.safetensors:strong, mia.safetensors:strong, 1",
        "mia.safetensors:NaN, mia.safetensors:NaN, 1",
        "mia.safetensors:, mia.safetensors:, 1"
    })
    void theNumberAfterTheLastColonIsTheWeight(String value, String file, double weight) {
        assertThat(parse(value)).isEqualTo(new AdapterUse(Path.of(file), weight));
    }

    @Test
    void aFileWhoseWholeNameLooksWeightedIsThatFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("take:2"));
        assertThat(parse(file.toString())).isEqualTo(new AdapterUse(file, 1));
        assertThat(parse(file + ":0.5")).isEqualTo(new AdapterUse(file, 0.5));
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertThatThrownBy(() -> parse("a\0b")).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(TypeConversionException.class);
    }
}
