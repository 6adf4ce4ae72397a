package atelier.ui.review;

import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.model.review.Standing;
import atelier.service.review.Promotion;
import atelier.service.review.export.ComparisonExport;
import atelier.service.review.export.ExportedFiles;
import atelier.service.review.vote.BlindVoting;
import atelier.service.storage.FileManager;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastButton;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.Tone;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with a comparison: it is measured, exported, and its winner promoted. */
final class ReviewActions {

    private static final String WHY = "in review";

    private final ReviewWork work;
    private final Ordering ordering;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;

    ReviewActions(ReviewWork work, Background background, ToastModel toasts, UndoStack undo) {
        this.work = work;
        this.ordering = new Ordering(work);
        // What is taken back must not overtake what it takes back.
        this.background = background.inOrder();
        this.toasts = toasts;
        this.undo = undo;
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /**
     * Orders that what is missing of a comparison is made, and that all of it is measured: by the
     * pictures that it was measured by before, unless others are named.
     */
    void measure(
            OpenComparison open,
            @Nullable CharacterRecord subject,
            List<Path> references,
            QualityWeights weights) {
        background.run(
                () -> {
                    ComparisonOrder last = open.last();
                    ScoreOrder by =
                            last != null
                                            && references.isEmpty()
                                            && !last.scores().references().isEmpty()
                                    ? last.scores()
                                    : ordering.scores(subject, references, weights);
                    return ordering.submit(open.comparison(), open.folder().root(), by);
                },
                _ -> toasts.show(Toast.done(Phrase.of("review.measuring", open.name()))),
                this::failed);
    }

    /** Writes a comparison as files for others. */
    void export(OpenComparison open) {
        background.run(
                () ->
                        new ComparisonExport(work.pictures())
                                .write(open.folder(), open.identical(), open.scores()),
                files -> toasts.show(exported(files)),
                this::failed);
    }

    private Toast exported(ExportedFiles files) {
        return new Toast(
                "check-circle",
                Tone.GOOD,
                Phrase.of("review.exported", files.sheets().size(), files.tables().size()),
                Phrase.plain(String.valueOf(files.page().getParent())),
                new ToastButton(
                        Phrase.of("review.show-files"),
                        () ->
                                background.perform(
                                        () -> FileManager.show(files.page()), this::failed)));
    }

    private record Promoted(AdapterRecord adapter, boolean fresh) {}

    /**
     * Takes a contender into the library, with what speaks for it.
     *
     * @param open where it stood; null for nowhere
     * @param one who it is; null where nobody was chosen
     */
    void promote(@Nullable OpenComparison open, @Nullable ComparedOne one) {
        if (open != null && one != null) {
            bring(open, one);
        } else {
            toasts.show(
                    new Toast("info", Tone.QUIET, Phrase.of("review.choose-winner"), null, null));
        }
    }

    private void bring(OpenComparison open, ComparedOne one) {
        background.run(
                () -> take(open, one),
                promoted -> {
                    Phrase done = Phrase.of("review.promoted", promoted.adapter().name());
                    if (promoted.fresh()) {
                        undo.add(
                                done,
                                () -> change(() -> remove(promoted.adapter())),
                                () -> change(() -> take(open, one)));
                    } else {
                        toasts.show(Toast.done(done));
                    }
                },
                this::failed);
    }

    private Promoted take(OpenComparison open, ComparedOne one) {
        Subject subject = open.subject();
        CharacterRecord whose = subject == null ? null : subject.character();
        List<String> before =
                work.library().adapters().all().stream().map(AdapterRecord::file).toList();
        AdapterRecord added =
                new Promotion(work.library().adapters())
                        .promote(
                                new Promotion.Grounds(
                                        open.name(),
                                        one.contender(),
                                        one.quality(),
                                        standing(open, one)),
                                whose == null ? AdapterType.GENERAL : whose.type(),
                                whose == null ? "" : whose.trigger(),
                                whose == null ? "" : whose.slug());
        return new Promoted(added, !before.contains(added.file()));
    }

    private static @Nullable Standing standing(OpenComparison open, ComparedOne one) {
        return new BlindVoting(open.folder(), BlindModel.SEED)
                .standings().all().stream()
                        .filter(standing -> standing.contender().equals(one.contender()))
                        .findFirst()
                        .orElse(null);
    }

    private void remove(AdapterRecord adapter) {
        work.library().adapters().remove(adapter.file(), WHY);
    }

    private void change(Runnable action) {
        background.perform(action, this::failed);
    }
}
