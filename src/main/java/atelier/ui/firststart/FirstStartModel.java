package atelier.ui.firststart;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.training.Trainee;
import atelier.ui.training.TrainingJob;
import atelier.ui.work.Background;
import atelier.ui.work.Latest;
import atelier.ui.work.Newest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The first steps: look at the pictures of a character, train on them, draw something new. What is
 * done follows from the library and the queue alone, so that a restart changes nothing.
 */
public final class FirstStartModel {

    private final FirstStartWork work;
    private final Background background;
    private final ToastModel toasts;
    private final Ways ways;
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StepViews> views =
            new ReadOnlyObjectWrapper<>(StepViews.UNKNOWN);
    private final ObservableList<SheetCell> cells = FXCollections.observableArrayList();
    private final Newest<Asked, Seen> seeing;
    private FirstJobs jobs = FirstJobs.NONE;
    private Seen seen = Seen.NOTHING;
    private @Nullable PreviewPicture live;
    private long finished;
    private @Nullable Asked asked;
    private boolean ordering;
    private boolean opened;
    private boolean exhibited;

    /** Whose pictures are wanted: those of a run, or those of a job. */
    private record Asked(@Nullable Path run, long images, int made) {}

    private record Seen(List<Path> files, boolean ofImages) {
        static final Seen NOTHING = new Seen(List.of(), false);
    }

    /**
     * @param ways where the steps lead
     */
    public FirstStartModel(
            FirstStartWork work, Background background, ToastModel toasts, Ways ways) {
        this.work = work;
        this.background = background;
        this.toasts = toasts;
        this.ways = ways;
        seeing = new Newest<>(background, this::see, this::saw, this::tell);
    }

    /** Looks at what there is, and follows the queue; the panel is visited, or visited again. */
    public void open() {
        begin(() -> {
            if (!opened) {
                opened = true;
                ways.arrived().run();
                work.listen(new Latest<>(background.window(), this::heard), this::previewed);
            }
        });
    }

    private void begin(Runnable then) {
        Latest<Progress> progress = new Latest<>(background.window(), this::brought);
        background.run(
                () -> work.begin(new Bringing(progress)),
                now -> {
                    if (!exhibited) {
                        found.set(now);
                        show();
                        then.run();
                        findAdapter();
                    }
                },
                failure -> showLook(StepView.of(StepState.FAILED, Phrase.why(failure))));
    }

    /** Tells how far the pictures are copied. */
    private record Bringing(Latest<Progress> to) implements ProgressListener {

        @Override
        public void progressed(Progress progress) {
            to.accept(progress);
        }

        @Override
        public void noticed(String notice) {
            // Whatever is left out is counted where the pictures are looked at.
        }
    }

    private void brought(Progress now) {
        if (found.get() == null && !exhibited && now.total() > 0) {
            showLook(
                    StepView.working(Phrase.of("first.brings"), (double) now.done() / now.total()));
        }
    }

    private void showLook(StepView now) {
        views.set(views.get().withLook(now));
    }

    private void heard(FirstJobs now) {
        if (exhibited) {
            return;
        }
        jobs = now;
        show();
        Steps steps = steps();
        long done = doneTraining().map(JobRecord::id).orElse(0L);
        if (done > finished) {
            finished = done;
            findAdapter();
        }
        Path run = steps.training().map(job -> job.order().out()).orElse(null);
        Asked next =
                steps.images()
                        .map(ImageJob::job)
                        .map(job -> new Asked(run, job.id(), job.status().made()))
                        .orElse(new Asked(run, 0, 0));
        // Previews come without a word of the queue's, images are counted by it.
        if (next.images() == 0 || !next.equals(asked)) {
            asked = next;
            seeing.take(next);
        }
    }

    private Optional<JobRecord> doneTraining() {
        return steps().training().map(TrainingJob::job).filter(job -> job.state() == JobState.DONE);
    }

    /** From the run itself, as the library may not have it yet. */
    private void findAdapter() {
        Trainee trainee = steps().found().trainee();
        doneTraining()
                .filter(_ -> steps().found().adapter() == null)
                .ifPresent(job ->
                        background.run(
                                () -> work.adapterOf(job.id()),
                                adapter ->
                                        adapter.filter(_ -> lacksAdapter(trainee))
                                                .ifPresent(file -> {
                                                    found.set(steps().found().with(file));
                                                    show();
                                                }),
                                this::tell));
    }

    private boolean lacksAdapter(@Nullable Trainee trainee) {
        Found now = steps().found();
        return now.adapter() == null && Objects.equals(now.trainee(), trainee);
    }

    private Seen see(Asked wanted) {
        if (wanted.images() > 0) {
            return new Seen(work.made(wanted.images()), true);
        }
        return wanted.run() == null ? Seen.NOTHING : new Seen(work.previews(wanted.run()), false);
    }

    private void saw(Seen now) {
        if (now.files().size() > seen.files().size()) {
            live = null;
        }
        seen = now;
        showSheet();
    }

    private void previewed(Long job, PreviewPicture picture) {
        background
                .window()
                .execute(() -> {
                    if (steps().images().filter(one -> one.job().id() == job).isPresent()) {
                        live = picture;
                        showSheet();
                    }
                });
    }

    private Steps steps() {
        return new Steps(Objects.requireNonNullElse(found.get(), Found.NOTHING), jobs);
    }

    private void show() {
        if (found.get() == null) {
            return;
        }
        Steps steps = steps();
        views.set(new StepViews(steps.look(), steps.train(), steps.draw()));
        showSheet();
    }

    private void showSheet() {
        List<SheetCell> now =
                FirstSheet.cells(
                        steps().found().pictures(),
                        seen.files(),
                        seen.ofImages(),
                        views.get().draw().state() == StepState.WORKING,
                        live);
        if (!cells.equals(now)) {
            cells.setAll(now);
        }
    }

    private void tell(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** Shows the pictures. */
    public void lookAtPictures() {
        Trainee trainee = steps().found().trainee();
        if (trainee != null) {
            ways.pictures().accept(trainee.character().slug());
        }
    }

    /** Trains, or goes on with the training. */
    public void train() {
        Trainee trainee = steps().found().trainee();
        if (trainee != null && steps().found().starter()) {
            perform(
                    views.get().train(),
                    steps().training().map(TrainingJob::job),
                    () -> work.train(trainee));
        }
    }

    /** Draws the first scenes, goes on with them, or shows them. */
    public void draw() {
        Found now = steps().found();
        Trainee trainee = now.trainee();
        Path adapter = now.adapter();
        if (views.get().draw().state() == StepState.DONE) {
            ways.images().run();
        } else if (trainee != null && adapter != null) {
            perform(
                    views.get().draw(),
                    steps().images().map(ImageJob::job),
                    () -> work.draw(trainee, adapter));
        }
    }

    private void perform(StepView step, Optional<JobRecord> job, Runnable order) {
        if (ordering || !step.state().isUsersTurn()) {
            return;
        }
        // Until it is ordered, so that pressing twice does not order twice.
        ordering = true;
        background.run(
                () -> {
                    if (job.isEmpty()) {
                        order.run();
                    } else if (job.get().state() == JobState.PAUSED) {
                        work.resume(job.get().id());
                    } else {
                        work.retry(job.get().id());
                    }
                    return Boolean.FALSE;
                },
                still -> ordering = still,
                failure -> {
                    ordering = false;
                    tell(failure);
                });
    }

    /** Does what is the user's to do now. */
    public void goOn() {
        if (views.get().train().state().isUsersTurn()) {
            train();
        } else {
            draw();
        }
    }

    /** Takes in the user's own pictures. */
    public void own(List<Path> files) {
        ways.own().accept(files);
    }

    /**
     * Shows a state that there may not be, for pictures of the window; nothing else is shown from
     * then on.
     *
     * @param files that the computer drew
     * @param ofImages whether they are images, not previews of a training
     */
    public void exhibit(Found there, FirstJobs queue, List<Path> files, boolean ofImages) {
        exhibited = true;
        found.set(there);
        jobs = queue;
        seen = new Seen(List.copyOf(files), ofImages);
        show();
    }

    /** What there is; null before it is known. */
    public ReadOnlyObjectProperty<@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    /** The three steps; changed after what there is, so that both go together. */
    ReadOnlyObjectProperty<StepViews> views() {
        return views.getReadOnlyProperty();
    }

    /** The pictures to see. */
    ObservableList<SheetCell> cells() {
        return cells;
    }
}
