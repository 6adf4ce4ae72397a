package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.ui.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobBarModelTest {

    private static final Phrase WORDS = Phrase.plain("words");

    private final List<JobAction> asked = new ArrayList<>();
    private final JobBarModel model =
            new JobBarModel(new DeviceStatus(true, WORDS, WORDS, 3, 4), asked::add);

    @Test
    void onlyWhatIsOfferedIsDone() {
        model.pauseOrResume();
        model.perform(JobAction.RETRY);
        assertThat(asked).isEmpty();
        model.status().set(JobBarState.failed(WORDS, WORDS));
        model.perform(JobAction.RETRY);
        assertThat(asked).containsExactly(JobAction.RETRY);
    }

    @Test
    void oneKeyPausesWhatRunsAndResumesWhatIsPaused() {
        model.status().set(JobBarState.running(Place.TRAINING, WORDS, WORDS, 0.5, null, null));
        model.pauseOrResume();
        model.status().set(JobBarState.paused(WORDS, 0.5));
        model.pauseOrResume();
        assertThat(asked).containsExactly(JobAction.PAUSE, JobAction.RESUME);
    }

    @Test
    void theShareOfMemoryStaysWithinItsBar() {
        assertThat(model.device().get().share()).isEqualTo(0.75);
        assertThat(new DeviceStatus(true, WORDS, WORDS, 5, 4).share()).isEqualTo(1);
        assertThat(new DeviceStatus(false, WORDS, WORDS, 5, 0).share()).isZero();
    }
}
