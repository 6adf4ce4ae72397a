package atelier.ui.screenshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.model.settings.Look;
import atelier.ui.SceneFaults;
import atelier.ui.StudioFixture;
import atelier.ui.text.Language;
import atelier.ui.work.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ShotsTest {

    @TempDir private static Path home;
    private static StudioFixture fixture;

    @BeforeAll
    static void open() {
        fixture = StudioFixture.withSample(home);
        SampleReview.store(new Workspace(home));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private record Dress(Look look, Language language, int width, int height) {}

    /** Both looks, both languages, the usual and the smallest window. */
    private static final List<Dress> DRESSES =
            List.of(
                    new Dress(Look.LIGHT, Language.ENGLISH, 1440, 900),
                    new Dress(Look.DARK, Language.RUSSIAN, 1024, 680));

    @TestFactory
    Stream<DynamicTest> nothingIsCutOffOrTooPaleInAnyState() {
        return Shots.all().stream()
                .map(shot -> DynamicTest.dynamicTest(shot.name(), () -> lookAt(shot)));
    }

    private static void lookAt(Shot shot) {
        Map<String, List<String>> faults = new TreeMap<>();
        for (Dress dress : DRESSES) {
            Parent root =
                    ScenePictures.ready(
                            () -> fixture.studio(dress.language(), dress.look()),
                            shot.arrange(),
                            dress.width(),
                            dress.height(),
                            fixture::awaitQuiet);
            Toolkit.call(() -> {
                faults.put("cut off in " + dress, SceneFaults.cutOff(root));
                faults.put("too pale in " + dress, SceneFaults.tooPale(root));
                return root;
            });
        }
        faults.values().removeIf(List::isEmpty);
        assertThat(faults).isEmpty();
    }

    @Test
    void picturesAreWrittenInBothLooksAndLanguagesAndTwiceAsLarge(@TempDir Path folder)
            throws IOException {
        new Screenshots(fixture::studio, fixture::awaitQuiet)
                .make(folder, "palette-empty", ProgressListener.NONE, new CancelToken());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "palette-empty-dark-en.png",
                            "palette-empty-dark-en@2x.png",
                            "palette-empty-dark-ru.png",
                            "palette-empty-dark-ru@2x.png",
                            "palette-empty-light-en.png",
                            "palette-empty-light-en@2x.png",
                            "palette-empty-light-ru.png",
                            "palette-empty-light-ru@2x.png");
        }
        BufferedImage dark = read(folder, "palette-empty-dark-en.png");
        BufferedImage light = read(folder, "palette-empty-light-en.png");
        BufferedImage large = read(folder, "palette-empty-dark-ru@2x.png");
        assertThat(dark.getWidth()).isEqualTo(1440);
        assertThat(large.getHeight()).isEqualTo(1800);
        // In the palette's field.
        assertThat(dark.getRGB(1000, 130) & 0xffffff).isEqualTo(0x161b22);
        assertThat(light.getRGB(1000, 130) & 0xffffff).isEqualTo(0xf6f8fa);
    }

    private static BufferedImage read(Path folder, String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    @Test
    void aPanelThatIsNotThereIsNamedWithThoseThatAre(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        new Screenshots(fixture::studio, fixture::awaitQuiet)
                                .make(folder, "kitchen", ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("'kitchen'")
                .hasMessageContaining("palette");
    }
}
