package atelier.ui.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.restoration.RestorationWish;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The restoration panel's model, without a window. */
class RestorationModelTest {

    private static final Path A = Path.of("a.png");
    private static final Path B = Path.of("b.png");
    private static final Path C = Path.of("c.png");

    private final FakeRestoration work = new FakeRestoration();
    private final ToastModel toasts = new ToastModel();
    private RestorationModel model;

    @BeforeEach
    void make() {
        model = new RestorationModel(work, new Background(Runnable::run, Runnable::run), toasts);
    }

    private static JobStatus running() {
        return JobStatus.ORDERED.begun(Instant.EPOCH);
    }

    @Test
    void beginsWithWhatMayBeUsedCommerciallyAndFacesOn() {
        model.open();
        assertThat(model.form().restorer().get()).isEqualTo(FakeRestoration.GFPGAN);
        assertThat(model.form().wish())
                .isEqualTo(
                        new RestorationWish("gfpgan-1.4", 0.8, 0.5, 0, 1, RestorationWish.LANCZOS));
    }

    @Test
    void whatIsNotForCommercialUseIsChosenByTheUserAlone() {
        work.restorers = List.of(FakeRestoration.CODEFORMER);
        model.open();
        assertThat(model.form().restorer().get()).isNull();
        assertThat(model.form().faces().get()).isFalse();
        model.form().restorer().set(FakeRestoration.CODEFORMER);
        model.form().faces().set(true);
        assertThat(model.form().wish().restorer()).isEqualTo("codeformer");
    }

    @Test
    void facesOfTrainedCharactersAreLeftAloneUnlessTheUserWantsIt() {
        model.open();
        work.trained = true;
        model.add(List.of(A));
        assertThat(model.form().faces().get()).isFalse();
        model.form().faces().set(true);
        model.add(List.of(B));
        assertThat(model.form().faces().get()).isTrue();
    }

    @Test
    void picturesAreAddedOnceAndShownAsTheyStand() {
        model.open();
        model.add(List.of(A, B));
        model.add(List.of(B, C));
        assertThat(model.entries()).extracting(RestorationEntry::source).containsExactly(A, B, C);
        assertThat(model.chosen().get().source()).isEqualTo(B);
        model.restoreAll();
        assertThat(work.jobs.getFirst().order().items()).hasSize(3);
        assertThat(model.entries())
                .extracting(RestorationEntry::state)
                .containsOnly(EntryState.WAITING);
        work.done.add(FakeRestoration.restored(A, Path.of("out/a.png"), 0.8));
        work.state(running());
        assertThat(model.entries())
                .extracting(RestorationEntry::state)
                .containsExactly(EntryState.DONE, EntryState.RUNNING, EntryState.WAITING);
        work.done.add(FakeRestoration.restored(B, Path.of("out/b.png"), 0.2));
        work.done.add(FakeRestoration.unchanged(C));
        work.state(running().over(JobState.DONE, "3 pictures.", "", Instant.EPOCH));
        assertThat(model.entries())
                .extracting(RestorationEntry::words)
                .containsExactly(
                        Phrase.of("rest.entry-faces", 1),
                        Phrase.of("rest.entry-check"),
                        Phrase.of("rest.entry-no-face"));
        model.filter().set(EntryFilter.CHECK);
        assertThat(model.shown()).extracting(RestorationEntry::source).containsExactly(B);
    }

    @Test
    void aFaceThatWasLostIsTriedAgainSofter() {
        model.open();
        model.add(List.of(A));
        model.restoreAll();
        work.done.add(FakeRestoration.restored(A, Path.of("out/a.png"), 0.2));
        work.state(running());
        assertThat(model.softer()).isEqualTo(0.4);
        model.soften();
        work.done.clear();
        model.restoreChosen();
        assertThat(work.jobs.getLast().order().wish().strength()).isEqualTo(0.4);
        assertThat(work.jobs.getLast().order().items()).hasSize(1);
        assertThat(model.entries().getFirst().state()).isEqualTo(EntryState.WAITING);
    }

    @Test
    void whatWasNotAtItsEndIsThereAgain() {
        model.open();
        model.add(List.of(A, B));
        model.form().factor().set(4);
        model.restoreAll();
        work.done.add(FakeRestoration.restored(A, Path.of("out/a.png"), 0.9));
        RestorationModel next =
                new RestorationModel(work, new Background(Runnable::run, Runnable::run), toasts);
        next.open();
        assertThat(next.entries())
                .extracting(RestorationEntry::state)
                .containsExactly(EntryState.DONE, EntryState.WAITING);
        assertThat(next.form().wish().factor()).isEqualTo(4);
    }

    @Test
    void withoutARestorerPicturesAreMadeLargerOnly() {
        work.restorers = List.of();
        model.open();
        model.add(List.of(A));
        model.restoreAll();
        assertThat(work.jobs).isEmpty();
        model.form().factor().set(2);
        model.restoreAll();
        assertThat(work.jobs.getFirst().order().wish().faces()).isFalse();
    }

    @Test
    void whatHasNoPicturesIsSaidAndNothingIsListed() {
        model.open();
        model.add(List.of(Path.of("notes.txt")));
        assertThat(model.entries()).isEmpty();
        assertThat(toasts.current().get().isFailure()).isTrue();
        model.add(List.of(A));
        model.clear();
        assertThat(model.entries()).isEmpty();
        assertThat(model.chosen().get()).isNull();
    }

    @Test
    void theFolderOfResultsIsShown() {
        model.open();
        model.add(List.of(A));
        model.restoreAll();
        model.showResults();
        assertThat(work.shown).containsExactly(Path.of("out"));
    }
}
