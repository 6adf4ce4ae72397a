package atelier.engine.training.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

    /** The widths of SDXL's layers, and what LyCORIS' documentation gives. */
    @ParameterizedTest
    @CsvSource({
        "320, -1, 16, 20",
        "640, -1, 20, 32",
        "1280, -1, 32, 40",
        "2048, -1, 32, 64",
        "5120, -1, 64, 80",
        "10240, -1, 80, 128",
        "127, -1, 1, 127",
        "127, 8, 1, 127",
        "128, -1, 8, 16",
        "128, 2, 2, 64",
        "128, 16, 8, 16",
        "250, -1, 10, 25",
        "250, 4, 2, 125",
        "250, 8, 5, 50",
        "1024, -1, 32, 32",
        "1024, 16, 16, 64",
        "1280, 8, 8, 160",
        "1280, 1, 1, 1280"
    })
    void takesANumberApart(long number, int factor, long smaller, long larger) {
        assertThat(Factors.of(number, factor)).isEqualTo(new Factors(smaller, larger));
    }
}
