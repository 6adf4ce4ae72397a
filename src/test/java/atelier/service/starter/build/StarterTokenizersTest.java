package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.service.starter.SamplePortraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTokenizersTest {

    private static final int SIZE = 1400;

    @TempDir private Path folder;

    @Test
    void captionsBecomeFewTokensAndAnUnseenNameSeveralOrdinaryOnes() {
        StarterTokenizers.write(folder, new SamplePortraits(1), 3000, SIZE);
        SdxlPrompt prompt = new TokenizerFiles(folder.resolve("none")).open(folder);
        SamplePortraits unseen = new SamplePortraits(2);
        for (int place = 0; place < 200; place++) {
            assertThat(prompt.one().ids(unseen.at(place).caption().text())).hasSizeLessThan(70);
        }
        for (String word : List.of("hair", "smiling", "robe", "background", "wearing")) {
            assertThat(prompt.one().ids(word)).as(word).hasSize(1);
        }
        assertThat(prompt.two().ids("Ilvara")).hasSizeBetween(2, 4);
    }

    @Test
    void sameCaptionsGiveTheSameFiles() throws IOException {
        for (String copy : List.of("a", "b")) {
            Path model = Files.createDirectories(folder.resolve(copy));
            StarterTokenizers.write(model, new SamplePortraits(1), 300, 700);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("a"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).hasSize(8);
            for (Path file : written) {
                Path other = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
                assertThat(other).hasSameBinaryContentAs(file);
            }
        }
    }
}
