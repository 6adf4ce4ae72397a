package atelier.ui.restoration;

import atelier.model.job.JobState;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.work.Background;
import atelier.ui.work.Latest;
import atelier.ui.work.Newest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The pictures to restore, what is wanted of them, and what became of them. */
public final class RestorationModel {

    private final RestorationWork work;
    private final Background background;
    private final ToastModel toasts;
    private final RestorationForm form = new RestorationForm();
    private final FaceChoices faces = new FaceChoices();
    private final List<Path> sources = new ArrayList<>();
    private final Map<Path, RestoredPicture> results = new HashMap<>();
    private final ObservableList<RestorationEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<RestorationEntry> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RestorationEntry> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<EntryFilter> filter = new SimpleObjectProperty<>(EntryFilter.ALL);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty trained = new SimpleBooleanProperty();
    private final Newest<RestorationJob, Looked> looks;
    private @Nullable RestorationJob job;
    private boolean facesByUser;
    private boolean setting;
    private boolean opened;
    private boolean exhibited;

    private record Found(List<Path> pictures, boolean trained) {}

    private record Looked(RestorationJob job, List<RestoredPicture> done) {}

    /** Nothing is read before {@link #open}. */
    public RestorationModel(RestorationWork work, Background background, ToastModel toasts) {
        this.work = work;
        this.background = background.inOrder();
        this.toasts = toasts;
        looks =
                new Newest<>(
                        background,
                        one -> new Looked(one, work.results(one)),
                        this::show,
                        this::fail);
        filter.subscribe(this::sift);
        form.faces().subscribe((_, _) -> facesByUser |= !setting);
    }

    /** Reads what there is to restore by, and listens to the queue; the panel is visited. */
    public void open() {
        background.run(work::networks, this::offer, this::fail);
        if (!opened) {
            opened = true;
            work.listen(new Latest<>(background.window(), this::heard));
        }
    }

    private void offer(Networks networks) {
        if (exhibited) {
            return;
        }
        setting = true;
        form.offer(networks);
        usualFaces();
        setting = false;
    }

    /** Faces of trained characters are left alone, unless the user wants it otherwise. */
    private void usualFaces() {
        if (!facesByUser) {
            form.faces().set(form.restorer().get() != null && !trained.get());
        }
    }

    /** Takes in files and folders. */
    public void add(List<Path> files) {
        busy.set(true);
        background.run(
                () -> {
                    List<Path> found = work.find(files);
                    return new Found(found, work.showsTrained(found));
                },
                this::take,
                this::fail);
    }

    private void take(Found found) {
        busy.set(false);
        Set<Path> all = new LinkedHashSet<>(sources);
        all.addAll(found.pictures());
        sources.clear();
        sources.addAll(all);
        setting = true;
        trained.set(trained.get() || found.trained());
        usualFaces();
        setting = false;
        list();
        look(found.pictures().getFirst());
    }

    /** Looks at a picture of the list; nothing changes where it is not on it. */
    public void look(Path source) {
        entries.stream()
                .filter(entry -> entry.source().equals(source))
                .findFirst()
                .ifPresent(chosen::set);
    }

    /** Takes all pictures off the list; their files and results stay. */
    public void clear() {
        sources.clear();
        results.clear();
        faces.clear();
        trained.set(false);
        list();
    }

    /** Restores every picture of the list. */
    public void restoreAll() {
        restore(sources);
    }

    /** Restores the one looked at. */
    public void restoreChosen() {
        RestorationEntry one = chosen.get();
        if (one != null) {
            restore(List.of(one.source()));
        }
    }

    private void restore(List<Path> pictures) {
        if (pictures.isEmpty() || form.wish().isNothing() || exhibited) {
            return;
        }
        List<Path> meant = List.copyOf(pictures);
        Map<Path, FacesToLeave> leave = new HashMap<>();
        meant.forEach(source -> leave.put(source, faces.of(source)));
        RestorationWish wish = form.wish();
        busy.set(true);
        background.run(
                () -> work.submit(meant, leave, wish),
                begun -> {
                    busy.set(false);
                    job = begun;
                    meant.forEach(results::remove);
                    list();
                },
                this::fail);
    }

    private void heard(List<RestorationJob> jobs) {
        if (exhibited || jobs.isEmpty()) {
            return;
        }
        RestorationJob last = jobs.getLast();
        RestorationJob mine = job;
        if (mine != null) {
            job =
                    jobs.stream()
                            .filter(one -> one.job().id() == mine.job().id())
                            .findFirst()
                            .orElse(mine);
        } else if (sources.isEmpty() && !last.job().state().isOver()) {
            // One of the last time that is not at its end.
            job = last;
            last.order().items().stream().map(RestorationItem::source).forEach(sources::add);
            setting = true;
            form.take(last.order().wish());
            faces.take(last.order().items());
            setting = false;
        }
        list();
        if (job != null) {
            looks.take(job);
        }
    }

    private void show(Looked looked) {
        if (!exhibited && job != null && job.job().id() == looked.job().job().id()) {
            looked.done().forEach(picture -> results.put(picture.source(), picture));
            list();
        }
    }

    /** Lists the pictures anew; the one looked at stays. */
    private void list() {
        RestorationEntry before = chosen.get();
        List<Path> ordered = ordered();
        boolean running = job != null && job.job().state() == JobState.RUNNING;
        Path next =
                ordered.stream().filter(one -> !results.containsKey(one)).findFirst().orElse(null);
        List<RestorationEntry> all = new ArrayList<>();
        for (Path source : sources) {
            RestoredPicture result = results.get(source);
            if (result != null) {
                all.add(RestorationEntry.of(result));
            } else if (ordered.contains(source)) {
                all.add(RestorationEntry.waiting(source, running && source.equals(next)));
            } else {
                all.add(RestorationEntry.of(source));
            }
        }
        show(all, before);
    }

    private List<Path> ordered() {
        return job == null || job.job().state().isOver()
                ? List.of()
                : job.order().items().stream().map(RestorationItem::source).toList();
    }

    private void show(List<RestorationEntry> all, @Nullable RestorationEntry before) {
        if (!entries.equals(all)) {
            entries.setAll(all);
            sift();
        }
        chosen.set(
                entries.stream()
                        .filter(entry -> before != null && entry.source().equals(before.source()))
                        .findFirst()
                        .orElse(entries.isEmpty() ? null : entries.getFirst()));
    }

    private void sift() {
        shown.setAll(entries.stream().filter(filter.get()::takes).toList());
    }

    private void fail(Exception failure) {
        busy.set(false);
        toasts.show(Toast.failed(failure));
    }

    /** Goes on to the next picture of those shown, or to the one before. */
    void next(int by) {
        int place = shown.indexOf(chosen.get()) + by;
        if (place >= 0 && place < shown.size()) {
            chosen.set(shown.get(place));
        }
    }

    /** Half as much of the restored faces as before: where one is not the same person's. */
    void soften() {
        form.strength().set(softer());
    }

    /** Half of the strength that the pictures were restored with. */
    double softer() {
        RestorationJob last = job;
        double strength = last == null ? form.strength().get() : last.order().wish().strength();
        return Math.round(strength * 50) / 100.0;
    }

    /** Shows the results in the file manager. */
    public void showResults() {
        RestorationJob last = job;
        if (last != null) {
            background.perform(() -> work.showInFiles(last.order().out()), this::fail);
        }
    }

    /** Whether there are results to show. */
    boolean hasResults() {
        return doneCount() > 0;
    }

    /** How many pictures have a result. */
    int doneCount() {
        return (int) entries.stream().filter(entry -> entry.result() != null).count();
    }

    /** How many pictures a filter would show. */
    int count(EntryFilter one) {
        return (int) entries.stream().filter(one::takes).count();
    }

    /**
     * Shows a state that there may not be, for pictures of the window; nothing else is shown from
     * then on.
     */
    public void exhibit(List<RestorationEntry> all, Networks networks, RestorationWish wish) {
        exhibited = true;
        form.offer(networks);
        form.take(wish);
        trained.set(false);
        sources.clear();
        show(all, null);
    }

    /** What is wanted. */
    RestorationForm form() {
        return form;
    }

    /** Which faces are left alone. */
    FaceChoices faces() {
        return faces;
    }

    /** Every picture. */
    ObservableList<RestorationEntry> entries() {
        return entries;
    }

    /** The pictures that the filter takes. */
    ObservableList<RestorationEntry> shown() {
        return shown;
    }

    /** The one looked at; null for none. */
    ObjectProperty<@Nullable RestorationEntry> chosen() {
        return chosen;
    }

    /** Which are shown. */
    ObjectProperty<EntryFilter> filter() {
        return filter;
    }

    /** Whether pictures are being looked for, or an order is on its way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether any picture may show a trained character. */
    BooleanProperty trained() {
        return trained;
    }
}
