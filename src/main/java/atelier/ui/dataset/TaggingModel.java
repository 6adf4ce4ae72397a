package atelier.ui.dataset;

import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.model.library.CharacterRecord;
import atelier.service.tagging.TaggedPictures;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.Newest;
import atelier.ui.work.Offers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Captions proposed by a tagger: what they would change, before anything is written. */
public final class TaggingModel {

    /** How far it is. */
    enum State {
        /** Nothing is proposed. */
        CLOSED,
        /** The tagger looks at the pictures. */
        LOOKING,
        /** It is shown what would change. */
        SHOWN
    }

    private final TaggingWork work;
    private final DatasetModel dataset;
    private final DatasetWork places;
    private final Background background;
    private final ToastModel toasts;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ObservableList<TaggerChoice> taggers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TaggerChoice> tagger = new SimpleObjectProperty<>();
    private final ObjectProperty<ExistingCaptions> existing =
            new SimpleObjectProperty<>(ExistingCaptions.KEEP);
    private final DoubleProperty threshold = new SimpleDoubleProperty(TaggingWish.USUAL_THRESHOLD);
    private final StringProperty unwanted = new SimpleStringProperty("");
    private final ObservableList<ProposedCaption> changes = FXCollections.observableArrayList();
    private final Newest<Asked, Answered> proposals;
    private CancelToken cancel = new CancelToken();
    private @Nullable TaggedPictures seen;
    private @Nullable CaptionProposal proposal;
    private @Nullable CharacterRecord character;
    private boolean offering;

    private record Asked(Path folder, TaggedPictures seen, TaggingWish wish) {}

    private record Answered(TaggedPictures seen, CaptionProposal proposal) {}

    /**
     * @param dataset whose captions they are
     * @param places where its pictures lie
     */
    public TaggingModel(
            TaggingWork work,
            DatasetModel dataset,
            DatasetWork places,
            Background background,
            ToastModel toasts) {
        this.work = work;
        this.dataset = dataset;
        this.places = places;
        this.background = background;
        this.toasts = toasts;
        proposals =
                new Newest<>(
                        background,
                        asked ->
                                new Answered(
                                        asked.seen(),
                                        work.propose(asked.folder(), asked.seen(), asked.wish())),
                        this::show,
                        this::fail);
        tagger.subscribe((before, now) -> {
            if (now != null && !now.equals(before)) {
                seen = null;
                threshold.set(now.threshold());
                if (state.get() != State.CLOSED && !offering) {
                    look();
                }
            }
        });
        existing.subscribe((_, _) -> propose());
        threshold.subscribe((_, _) -> propose());
        unwanted.subscribe((_, _) -> propose());
    }

    /** Begins to propose captions for the character that is shown. */
    public void open() {
        CharacterRecord now = dataset.character().get();
        if (now == null || state.get() != State.CLOSED) {
            return;
        }
        character = now;
        dataset.finish();
        state.set(State.LOOKING);
        background.run(work::taggers, this::offer, this::fail);
    }

    private void offer(List<TaggerChoice> all) {
        if (state.get() == State.CLOSED) {
            return;
        }
        if (all.isEmpty()) {
            close();
            toasts.show(Toast.failed(Phrase.of("tagging.none"), Phrase.of("tagging.none-detail")));
            return;
        }
        offering = true;
        Offers.renew(taggers, all, tagger, TaggerChoice::id);
        offering = false;
        look();
    }

    private void look() {
        CharacterRecord now = character;
        TaggerChoice by = tagger.get();
        if (now == null || by == null) {
            return;
        }
        cancel.cancel();
        CancelToken own = new CancelToken();
        cancel = own;
        forget();
        state.set(State.LOOKING);
        background.run(
                () -> work.look(places.folder(now), by, own),
                found -> {
                    if (!own.isCancelled()) {
                        seen = found;
                        propose();
                    }
                },
                failure -> {
                    if (!own.isCancelled()) {
                        fail(failure);
                    }
                });
    }

    private void forget() {
        seen = null;
        proposal = null;
        changes.clear();
    }

    private void propose() {
        TaggedPictures found = seen;
        CharacterRecord now = character;
        if (found != null && now != null) {
            proposals.take(new Asked(places.folder(now), found, wish(now)));
        }
    }

    private TaggingWish wish(CharacterRecord now) {
        return new TaggingWish(
                now.trigger().strip(),
                threshold.get(),
                TaggingWish.USUAL_CHARACTER_THRESHOLD,
                Stream.of(unwanted.get().split(",", -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                false,
                existing.get());
    }

    private void show(Answered answered) {
        if (answered.seen().equals(seen)) {
            proposal = answered.proposal();
            changes.setAll(answered.proposal().changes());
            state.set(State.SHOWN);
        }
    }

    /** Writes what is shown. */
    public void write() {
        CaptionProposal now = proposal;
        if (now != null && !now.changes().isEmpty()) {
            close();
            dataset.edit(now.edit());
        }
    }

    /** Leaves everything as it is. */
    public void close() {
        cancel.cancel();
        forget();
        state.set(State.CLOSED);
    }

    private void fail(Exception failure) {
        close();
        toasts.show(Toast.failed(failure));
    }

    /**
     * Shows a proposal that there may not be, for pictures of the window.
     *
     * @param all that would change
     */
    public void exhibit(List<ProposedCaption> all) {
        existing.set(ExistingCaptions.REPLACE);
        taggers.setAll(new TaggerChoice("wd", TaggingWish.USUAL_THRESHOLD));
        tagger.set(taggers.getFirst());
        changes.setAll(all);
        state.set(State.SHOWN);
    }

    /** How far it is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The taggers that there are. */
    ObservableList<TaggerChoice> taggers() {
        return taggers;
    }

    /** Which one looks; null before it is known. */
    ObjectProperty<@Nullable TaggerChoice> tagger() {
        return tagger;
    }

    /** What becomes of captions that are there. */
    ObjectProperty<ExistingCaptions> existing() {
        return existing;
    }

    /** How sure of a tag one must be, from 0 to 1. */
    DoubleProperty threshold() {
        return threshold;
    }

    /** Tags that are never written, with commas between them. */
    StringProperty unwanted() {
        return unwanted;
    }

    /** What would change. */
    ObservableList<ProposedCaption> changes() {
        return changes;
    }
}
