package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.Look;
import atelier.ui.shell.JobBarState;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.work.Toolkit;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The job bar keeps its place whatever it has to tell. */
@ExtendWith(ApplicationExtension.class)
class JobBarTest {

    private static final String LONG = "The disk is full: make room, then try again. ".repeat(9);

    private static final double WIDTH = 1024;

    @TempDir private Path folder;
    private StudioFixture fixture;

    @BeforeEach
    void open() {
        fixture = StudioFixture.empty(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Parent failed() {
        Studio studio = Toolkit.call(() -> fixture.studio(Language.ENGLISH, Look.DARK));
        Parent whole = Toolkit.call(() -> studio.scene(WIDTH, 680).getRoot());
        // What the queue tells at first would take the failure's place.
        fixture.awaitQuiet();
        return Toolkit.call(() -> {
            studio.jobs()
                    .status()
                    .set(
                            JobBarState.failed(
                                    Phrase.plain("Training Temir failed"), Phrase.plain(LONG)));
            whole.applyCss();
            whole.layout();
            return whole;
        });
    }

    @Test
    void aLongFailureIsCutAndPushesNothingOutOfTheWindow() {
        Parent root = failed();
        Parent bar = (Parent) Toolkit.call(() -> root.lookup("#job-bar"));
        assertThat(bar.getChildrenUnmodifiable())
                .allSatisfy(part ->
                        assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(WIDTH));
        Label detail = Toolkit.call(() -> (Label) root.lookup("#job-detail"));
        assertThat(detail.getTooltip().getText()).isEqualTo(LONG);
        assertThat(detail.getWidth()).isBetween(100.0, 700.0);
    }
}
