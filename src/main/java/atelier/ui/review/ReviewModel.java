package atelier.ui.review;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.review.ComparisonScores;
import atelier.model.review.ComparisonSummary;
import atelier.model.review.Contender;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.ComparisonList;
import atelier.service.review.PixelHashes;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.JobWatch;
import atelier.ui.work.LastAsked;
import atelier.ui.work.Newest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The review panel: the comparisons there are, and the one that is looked at. */
public final class ReviewModel {

    private final ReviewWork work;
    private final Background background;
    private final LastAsked reading;
    private final LastAsked listing;
    private final Newest<ComparisonReader.Opened, ComparisonReader.Found> checking;
    private final CellsModel cells = new CellsModel();
    private final ScoresModel scores;
    private final StageModel stage;
    private final BlindModel blind;
    private final OrderModel order;
    private final ReviewActions actions;
    private final CellRatings ratings;
    private final ObservableList<ComparisonSummary> comparisons =
            FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable OpenComparison> open =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JobRecord> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> read = new ReadOnlyObjectWrapper<>(false);
    private final ObjectProperty<ReviewScreen> screen =
            new SimpleObjectProperty<>(ReviewScreen.COMPARISON);
    private final ComparisonJobs jobs = new ComparisonJobs();
    private final ComparisonReader reader;
    private @Nullable PixelHashes pixels;
    private @Nullable PreviewPicture preview;
    private @Nullable ComparisonScores exhibited;

    /**
     * @param background does what waits for the disk
     * @param toasts tells what was done
     */
    public ReviewModel(ReviewWork work, Background background, ToastModel toasts, UndoStack undo) {
        this.work = work;
        this.reader =
                new ComparisonReader(
                        work.pictures(),
                        new SubjectFinder(work.workspace(), work.library().characters()));
        this.background = background;
        reading = new LastAsked(background);
        listing = new LastAsked(background);
        checking =
                new Newest<>(background, ComparisonReader.Opened::identical, this::found, _ -> {});
        KeptWeights weights = new KeptWeights(work.settings());
        scores = new ScoresModel(weights.last(), weights::keep, this::weighed);
        stage = new StageModel(cells, work.pictures(), background);
        blind = new BlindModel(background, toasts);
        order = new OrderModel(work, background, toasts, undo, this::openOrdered);
        actions = new ReviewActions(work, background, toasts, undo);
        ratings = new CellRatings(background, toasts, undo, this::rated);
    }

    /** Reads what there is, and begins to follow the queue. */
    public void open() {
        order.open();
        list(true);
        work.jobs().listen(new JobWatch(background.window(), this::follow, this::previewed));
    }

    /** Reads again what may have changed. */
    public void refresh() {
        order.refresh();
        list(false);
        OpenComparison now = open.get();
        if (now != null) {
            open(now.folder().root());
        }
    }

    private void list(boolean openNewest) {
        listing.ask(
                () -> new ComparisonList(work.workspace().comparisons()).all(),
                all -> {
                    comparisons.setAll(all);
                    problem.set(null);
                    if (openNewest && !all.isEmpty() && open.get() == null) {
                        open(all.getFirst().folder());
                    } else {
                        read.set(true);
                    }
                },
                this::unread);
    }

    private void unread(Exception failure) {
        read.set(true);
        problem.set(Phrase.why(failure));
    }

    private void openOrdered(Path folder) {
        screen.set(ReviewScreen.COMPARISON);
        list(false);
        open(folder);
    }

    /** Opens the comparison in a folder, or reads it again where it is the open one. */
    public void open(Path folder) {
        OpenComparison before = open.get();
        PixelHashes known = before != null && before.folder().root().equals(folder) ? pixels : null;
        JobList queue = jobs.all();
        JobRecord asked = jobs.of(folder);
        reading.ask(
                () -> reader.read(new ComparisonFolder(folder), known, queue),
                now -> opened(now, asked),
                this::unread);
    }

    private void opened(ComparisonReader.Opened now, @Nullable JobRecord asked) {
        OpenComparison before = open.get();
        read.set(true);
        problem.set(null);
        pixels = now.pixels();
        OpenComparison shown =
                now.open().isSame(before) && before != null
                        ? now.open().with(before.identical())
                        : now.open();
        show(shown);
        follow(jobs.all());
        checking.take(now);
        // What was made while it was read is not in it.
        if (ComparisonJobs.isFurther(asked, job.get())) {
            open(now.open().folder().root());
        }
    }

    private void show(OpenComparison now) {
        ComparisonScores shown = exhibited;
        OpenComparison whole = shown == null ? now : now.with(shown);
        open.set(whole);
        scores.show(whole);
        cells.show(whole.with(scores.scores().get()));
    }

    /** Cells show what the weights make of their measures. */
    private void weighed() {
        OpenComparison now = open.get();
        if (now != null) {
            cells.show(now.with(scores.scores().get()));
        }
    }

    private void found(ComparisonReader.Found found) {
        OpenComparison now = open.get();
        if (now != null && now.isSame(found.open()) && !now.identical().equals(found.groups())) {
            show(now.with(found.groups()));
        }
    }

    private void follow(JobList list) {
        jobs.take(list);
        order.follow(list);
        OpenComparison now = open.get();
        JobRecord before = job.get();
        JobRecord found = now == null ? null : jobs.of(now.folder().root());
        job.set(found);
        if (found != null && (before == null || before.id() != found.id())) {
            preview = null;
        }
        showLive();
        if (now != null && before != null && ComparisonJobs.isFurther(before, found)) {
            open(now.folder().root());
            if (found != null && before.state() != found.state()) {
                list(false);
            }
        }
    }

    private void previewed(long id, PreviewPicture picture) {
        JobRecord now = job.get();
        if (now != null && now.id() == id) {
            preview = picture;
            showLive();
        }
    }

    private void showLive() {
        cells.show(LiveCell.of(open.get(), job.get(), preview));
    }

    /** Whether a job makes cells of the open comparison, or waits to. */
    boolean isBusy() {
        JobRecord now = job.get();
        return now != null && !now.state().isOver();
    }

    private void rated(ComparisonFolder folder, Map<String, Integer> stars) {
        OpenComparison now = open.get();
        if (now != null && now.folder().equals(folder)) {
            show(now.with(stars));
        }
    }

    /** Gives the chosen cell 1 to 5 stars; 0 takes them back. */
    void rate(int stars) {
        if (screen.get() == ReviewScreen.COMPARISON) {
            ratings.rate(open.get(), cells.chosen().get(), stars);
        }
    }

    /** Begins the order of a comparison of those adapters: files, and folders of them. */
    public void begin(List<Path> adapters) {
        begin();
        order.compare(adapters);
    }

    /** Begins the order of a comparison. */
    public void begin() {
        order.begin();
        screen.set(ReviewScreen.ORDER);
    }

    /** Begins an order with the open comparison's values, to which others can be added. */
    void widen() {
        OpenComparison now = open.get();
        if (now != null) {
            order.begin(now);
            screen.set(ReviewScreen.ORDER);
        }
    }

    /** Votes blind on the open comparison. */
    public void voteBlind() {
        OpenComparison now = open.get();
        if (now != null) {
            blind.begin(now);
            screen.set(ReviewScreen.BLIND);
        }
    }

    /** Goes back to the comparison. */
    void back() {
        screen.set(ReviewScreen.COMPARISON);
    }

    /** Makes what is missing of the open comparison, and measures it anew. */
    void measure() {
        OpenComparison now = open.get();
        if (now == null || isBusy()) {
            return;
        }
        actions.measure(
                now, measuredBy(now), List.copyOf(order.references()), scores.weights().get());
    }

    /** Whose pictures a comparison is measured by, unless it was measured before. */
    @Nullable CharacterRecord measuredBy(OpenComparison of) {
        return of.subject() == null ? order.form().subject().get() : of.subject().character();
    }

    /** Takes a contender into the library. */
    void promote(@Nullable ComparedOne one) {
        actions.promote(open.get(), one);
    }

    /** Takes the one that is looked at, else the best one, into the library. */
    public void promote() {
        promote(
                scores.leader()
                        .filter(score -> !score.column().isBaseline())
                        .map(score ->
                                new ComparedOne(ScoresModel.contender(score), score.quality()))
                        .or(this::chosenOne)
                        .orElse(null));
    }

    private Optional<ComparedOne> chosenOne() {
        return Optional.ofNullable(cells.chosen().get())
                .filter(cell -> !cell.column().isBaseline())
                .map(cell -> new ComparedOne(Contender.of(cell), null));
    }

    /** Writes the open comparison as files for others, weighed as it is seen. */
    public void export() {
        OpenComparison now = open.get();
        if (now != null) {
            actions.export(now.with(scores.scores().get()));
        }
    }

    /** Shows scores that need not be true, in place of what was measured. */
    void exhibit(ComparisonScores shown) {
        exhibited = shown;
        OpenComparison now = open.get();
        if (now != null) {
            show(now);
        }
    }

    /**
     * Shows that nothing is there, whether that is so or not.
     *
     * @param why what could not be read; null where there was nothing to read
     */
    void exhibit(@Nullable Phrase why) {
        reading.forget();
        listing.forget();
        open.set(null);
        cells.show((OpenComparison) null);
        scores.show(null);
        comparisons.clear();
        read.set(true);
        problem.set(why);
    }

    /** The comparisons there are, the newest first. */
    public ObservableList<ComparisonSummary> comparisons() {
        return comparisons;
    }

    /** The one that is looked at; null for none. */
    public ReadOnlyObjectProperty<@Nullable OpenComparison> opened() {
        return open.getReadOnlyProperty();
    }

    /** The job that makes it, or made it last; null where the queue knows none. */
    ReadOnlyObjectProperty<@Nullable JobRecord> job() {
        return job.getReadOnlyProperty();
    }

    /** Why comparisons cannot be read; null where they can. */
    ReadOnlyObjectProperty<@Nullable Phrase> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether all was read that there was at the beginning. */
    ReadOnlyObjectProperty<Boolean> isRead() {
        return read.getReadOnlyProperty();
    }

    /** What the panel is used for. */
    ObjectProperty<ReviewScreen> screen() {
        return screen;
    }

    /** The cells. */
    CellsModel cells() {
        return cells;
    }

    /** Where two of them differ. */
    StageModel stage() {
        return stage;
    }

    /** What was measured. */
    ScoresModel scores() {
        return scores;
    }

    /** The votes. */
    BlindModel blind() {
        return blind;
    }

    /** The order. */
    OrderModel order() {
        return order;
    }
}
