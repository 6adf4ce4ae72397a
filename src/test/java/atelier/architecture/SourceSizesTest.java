package atelier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes stay small: one job each, read in one sitting. */
class SourceSizesTest {

    private static final int LIMIT = 400;
    private static final int MEDIAN = 100;

    private static SourceSizes of(String tree) throws IOException {
        return SourceSizes.of(Path.of(System.getProperty("project.dir"), "src", tree, "java"));
    }

    @Test
    void noClassIsLongerThanTheLimit() throws IOException {
        assertThat(of("main").longerThan(LIMIT)).isEmpty();
        assertThat(of("test").longerThan(LIMIT)).isEmpty();
    }

    @Test
    void halfOfAllClassesAreShorterThanTheMedianAllowed() throws IOException {
        assertThat(of("main").median()).isLessThan(MEDIAN);
    }

    @Test
    void aClassOneLineTooLongIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Fits.java"), "// line\n".repeat(LIMIT));
        Files.writeString(folder.resolve("TooLong.java"), "// line\n".repeat(LIMIT + 1));
        SourceSizes sizes = SourceSizes.of(folder);
        assertThat(sizes.longerThan(LIMIT)).containsOnlyKeys(Path.of("TooLong.java"));
        assertThat(sizes.median()).isEqualTo(LIMIT);
    }
}
