package atelier.ui.training;

import atelier.model.library.CharacterRecord;
import atelier.model.training.RunRequest;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.Latest;
import atelier.ui.work.Newest;
import atelier.ui.work.Offers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The training of a character: its plan, the run that is shown, and what is done about both. */
public final class TrainingModel {

    private final TrainingWork work;
    private final Background background;
    private final ToastModel toasts;
    private final Runnable generate;
    private final PlanModel plan = new PlanModel();
    private final Trainees trainees = new Trainees();
    private final ObservableList<BaseModel> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Trainee> trainee = trainees.chosen();
    private final ReadOnlyObjectWrapper<@Nullable TrainingJob> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunView> run = new ReadOnlyObjectWrapper<>(RunView.EMPTY);
    private final Forecasts forecasts;
    private final BooleanProperty copying = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Long> chosen = new SimpleObjectProperty<>();
    private final Newest<Path, RunLogs.Looked> looks;
    private TrainingJobs jobs = TrainingJobs.NONE;
    private @Nullable Path planned;
    private boolean forecastDue;
    private boolean opened;
    private boolean submitting;
    private boolean exhibited;

    private record Found(List<Trainee> trainees, List<BaseModel> models) {}

    /**
     * @param generate goes to where images are made
     */
    public TrainingModel(
            TrainingWork work, Background background, ToastModel toasts, Runnable generate) {
        this.work = work;
        this.background = background;
        this.toasts = toasts;
        this.generate = generate;
        looks = new Newest<>(background, new RunLogs(work)::look, this::show, this::tell);
        forecasts = new Forecasts(work, background, this::tell);
        trainee.subscribe(this::begin);
        plan.settings().subscribe(_ -> forecastLater());
        plan.trigger().subscribe(_ -> forecastLater());
    }

    /** Reads who and what there is, and listens to the queue; the panel is visited first. */
    public void open() {
        if (opened) {
            forecasts.forget();
            refresh();
            return;
        }
        opened = true;
        work.listen(new Latest<>(background.window(), this::heard));
        refresh();
    }

    private void refresh() {
        background.run(
                () -> new Found(work.trainees(), work.models()),
                found -> {
                    if (!exhibited) {
                        Offers.renewUsual(models, found.models(), plan.base(), BaseModel::path);
                        trainees.renew(found.trainees());
                    }
                },
                this::tell);
    }

    /** Says where files that were dropped belong. */
    public void drop(List<Path> files) {
        String name = files.getFirst().getFileName().toString();
        toasts.show(
                Toast.failed(
                        Phrase.of("training.refused", name), Phrase.of("training.refused-more")));
    }

    /** Goes on to the character of that slug, now or once it is known. */
    public void choose(String slug) {
        trainees.choose(slug);
    }

    private void begin(@Nullable Trainee now) {
        if (now == null) {
            return;
        }
        if (now.data().equals(planned)) {
            // What the user changed of the plan stays.
            plan.count(now.pictures());
            update();
            return;
        }
        planned = now.data();
        CharacterRecord character = now.character();
        plan.begin(
                Subject.valueOf(character.type().name()),
                character.trigger().isBlank() ? character.slug() : character.trigger(),
                now.pictures());
        copying.set(false);
        update();
    }

    private void heard(TrainingJobs now) {
        if (!exhibited) {
            show(now);
        }
    }

    private void show(TrainingJobs now) {
        jobs = now;
        submitting = false;
        update();
        if (forecastDue) {
            forecastLater();
        }
    }

    private void update() {
        Trainee now = trainee.get();
        TrainingJob before = job.get();
        TrainingJob shown = now == null ? null : jobs.of(now.data()).orElse(null);
        if (shown == null || before == null || before.job().id() != shown.job().id()) {
            run.set(RunView.EMPTY);
            chosen.set(null);
        }
        if (shown != null && (before == null || before.job().id() != shown.job().id())) {
            plan.copy(shown.order());
        }
        job.set(shown);
        if (shown != null && !exhibited) {
            looks.take(shown.order().out());
        }
    }

    private void show(RunLogs.Looked looked) {
        TrainingJob shown = job.get();
        if (!exhibited && shown != null && shown.order().out().equals(looked.run())) {
            run.set(looked.view());
        }
    }

    private void tell(Exception failure) {
        submitting = false;
        toasts.show(Toast.failed(failure));
    }

    /**
     * Shows a state that there may not be, for pictures of the window; nothing else is shown from
     * then on.
     *
     * @param who is trained
     * @param stand of the queue
     * @param view of the run
     * @param made forecasts
     */
    public void exhibit(
            Trainee who, TrainingJobs stand, RunView view, Map<Speed, SpeedForecast> made) {
        exhibited = true;
        forecasts.exhibit(made);
        models.setAll(new BaseModel("", who.data(), BaseModel.STARTER));
        plan.base().set(models.getFirst());
        trainees.renew(List.of(who));
        show(stand);
        run.set(view);
    }

    private void forecastLater() {
        Trainee now = trainee.get();
        BaseModel model = plan.base().get();
        forecastDue = jobs.busy() || locked();
        if (exhibited
                || now == null
                || model == null
                || forecastDue
                || plan.error() != null
                || !opened) {
            return;
        }
        forecasts.ask(now, model, plan);
    }

    /** Who can be trained. */
    public ObservableList<Trainee> trainees() {
        return trainees.all();
    }

    /** What can be trained on. */
    public ObservableList<BaseModel> models() {
        return models;
    }

    /** Who is to be trained; null where there is nobody. */
    public ObjectProperty<@Nullable Trainee> trainee() {
        return trainee;
    }

    /** What the next run shall be trained by. */
    public PlanModel plan() {
        return plan;
    }

    /** What the plan will come to at each speed, as far as it is known. */
    public ReadOnlyObjectProperty<Map<Speed, SpeedForecast>> forecasts() {
        return forecasts.made();
    }

    /** The training that is shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable TrainingJob> job() {
        return job.getReadOnlyProperty();
    }

    /** How far it is. */
    public RunStage stage() {
        return RunStage.of(job.get());
    }

    /** Its numbers and previews. */
    public ReadOnlyObjectProperty<RunView> run() {
        return run.getReadOnlyProperty();
    }

    /** Whether the plan is a copy that is being changed beside the run it was taken from. */
    public BooleanProperty copying() {
        return copying;
    }

    /** The step whose checkpoint was chosen; null for none. */
    public ObjectProperty<@Nullable Long> chosen() {
        return chosen;
    }

    /** Whether the plan is that of the run which is shown, and cannot be changed. */
    public boolean locked() {
        return submitting || (!copying.get() && stage() != RunStage.NONE);
    }

    /** Why training cannot begin; null where it can. */
    public @Nullable Phrase obstacle() {
        Trainee now = trainee.get();
        if (now == null) {
            return Phrase.of("training.nobody");
        }
        if (plan.trigger().get().isBlank()) {
            return Phrase.of("training.no-trigger");
        }
        if (plan.error() != null) {
            return Phrase.said(plan.error());
        }
        SpeedForecast forecast = forecasts.made().get().get(plan.speed().get());
        return forecast == null || forecast.problem() == null
                ? null
                : Phrase.said(forecast.problem());
    }

    /** Puts the plan in the queue. */
    public void train() {
        Trainee now = trainee.get();
        BaseModel model = plan.base().get();
        if (locked() || now == null || model == null || obstacle() != null) {
            return;
        }
        String trigger = plan.trigger().get();
        Map<String, String> sets = plan.sets(plan.speed().get());
        // Locked at once, so that pressing twice does not train twice.
        submitting = true;
        copying.set(false);
        String name = now.character().name();
        perform(() -> work.submit(name, work.order(now, model, trigger, sets)));
        toasts.show(Toast.done(Phrase.of("training.queued", name)));
    }

    /** Makes a plan of the run's own, to be changed. */
    public void copyPlan() {
        TrainingJob shown = job.get();
        if (shown != null) {
            plan.copy(shown.order());
            copying.set(true);
            forecastLater();
        }
    }

    /** Goes back from a copy to the run's own plan. */
    public void dropCopy() {
        copying.set(false);
        withJob(shown -> plan.copy(shown.order()));
    }

    /** Sets the run aside, or lets it go on. */
    public void pauseOrResume() {
        RunStage now = stage();
        withJob(shown -> perform(() -> now.pauseOrResume(work, shown.job().id())));
    }

    /** Draws previews of the step that the run is at. */
    public void previewNow() {
        if (stage() == RunStage.RUNNING && draws()) {
            ask(RunRequest.PREVIEW, "training.preview-asked");
        }
    }

    /** Whether the run draws previews at all. */
    public boolean draws() {
        return !"0".equals(run.get().settings().get("previewEvery"));
    }

    /** Saves a checkpoint that stays. */
    public void checkpointNow() {
        if (stage() == RunStage.RUNNING) {
            ask(RunRequest.CHECKPOINT, "training.checkpoint-asked");
        }
    }

    /** Ends the run with what it has learnt, which becomes its adapter. */
    public void stopAndKeep() {
        if (stage() != RunStage.RUNNING && stage() != RunStage.PAUSED) {
            return;
        }
        boolean paused = stage() == RunStage.PAUSED;
        ask(RunRequest.FINISH, "training.stop-asked");
        if (paused) {
            // It has to load what it saved to write it as an adapter.
            pauseOrResume();
        }
    }

    private void ask(RunRequest request, String toast) {
        withJob(shown -> perform(() -> work.ask(shown.order().out(), request)));
        toasts.show(Toast.done(Phrase.of(toast)));
    }

    /** Whether there is a checkpoint of the chosen step. */
    public boolean isKept() {
        Long step = chosen.get();
        return step != null && run.get().checkpoints().containsKey(step);
    }

    /** Copies the chosen checkpoint into the library. */
    public void keepChosen() {
        keep(name -> toasts.show(Toast.done(Phrase.of("training.kept", name))));
    }

    /** Copies the chosen checkpoint into the library, and goes to where images are made. */
    public void generateWithChosen() {
        keep(_ -> generate.run());
    }

    private void keep(Consumer<String> then) {
        Long step = chosen.get();
        Trainee now = trainee.get();
        Path file = step == null ? null : run.get().checkpoints().get(step);
        if (now == null || file == null) {
            return;
        }
        withJob(shown ->
                background.run(
                        () -> work.keep(file, now, shown.order().trigger()), then, this::tell));
    }

    private void withJob(Consumer<TrainingJob> use) {
        TrainingJob shown = job.get();
        if (shown != null) {
            use.accept(shown);
        }
    }

    private void perform(Runnable action) {
        background.perform(action, this::tell);
    }
}
