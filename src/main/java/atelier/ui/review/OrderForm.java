package atelier.ui.review;

import atelier.model.generation.ModelFile;
import atelier.model.library.CharacterRecord;
import atelier.model.review.ComparisonDraft;
import atelier.service.generation.SamplingChoices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the user writes and chooses for the next comparison. */
final class OrderForm {

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty strengths = new SimpleStringProperty("");
    private final StringProperty prompts = new SimpleStringProperty("");
    private final StringProperty plainPrompts = new SimpleStringProperty("");
    private final StringProperty seeds = new SimpleStringProperty("");
    private final StringProperty steps = new SimpleStringProperty("");
    private final StringProperty guidances = new SimpleStringProperty("");
    private final StringProperty width = new SimpleStringProperty("");
    private final StringProperty height = new SimpleStringProperty("");
    private final StringProperty negative = new SimpleStringProperty("");
    private final ObservableList<Pick<Path>> adapters = FXCollections.observableArrayList();
    private final ObservableList<Pick<ModelFile>> models = FXCollections.observableArrayList();
    private final ObservableList<Pick<String>> samplers = FXCollections.observableArrayList();
    private final ObservableList<Pick<String>> schedules = FXCollections.observableArrayList();
    private final ObservableList<CharacterRecord> subjects = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CharacterRecord> subject = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private ComparisonDraft wanted = ComparisonDraft.FIRST;
    private boolean taking;

    OrderForm() {
        for (Observable text : texts()) {
            text.addListener(_ -> changed());
        }
        subject.subscribe((_, _) -> changed());
    }

    /** Offers samplers and schedules; not before, as the engine is not needed for a window. */
    void begin() {
        samplers.setAll(picks(SamplingChoices.samplers()));
        schedules.setAll(picks(SamplingChoices.schedules()));
        samplers.forEach(this::watch);
        schedules.forEach(this::watch);
        take(ComparisonDraft.FIRST);
    }

    private static List<Pick<String>> picks(List<String> ids) {
        return ids.stream().map(id -> new Pick<>(id, id, 1, false)).toList();
    }

    private List<StringProperty> texts() {
        return List.of(
                name,
                strengths,
                prompts,
                plainPrompts,
                seeds,
                steps,
                guidances,
                width,
                height,
                negative);
    }

    private void watch(Pick<?> pick) {
        pick.on().subscribe((_, _) -> changed());
    }

    private void changed() {
        if (!taking) {
            changes.set(changes.get() + 1);
        }
    }

    /** Offers what there is; what was taken before stays so. */
    void offer(
            List<Pick<Path>> offeredAdapters,
            List<ModelFile> offeredModels,
            String usualModel,
            List<CharacterRecord> characters) {
        ComparisonDraft draft = adapters.isEmpty() && models.isEmpty() ? wanted : draft();
        taking = true;
        List<Pick<Path>> all = new ArrayList<>(offeredAdapters);
        // What was dropped here stays, though the library does not know it.
        adapters.stream()
                .filter(one -> all.stream().noneMatch(other -> other.value().equals(one.value())))
                .forEach(all::add);
        adapters.setAll(all);
        models.setAll(
                offeredModels.stream()
                        .map(model -> new Pick<>(model, model.name(), 1, false))
                        .toList());
        subjects.setAll(characters);
        adapters.forEach(this::watch);
        models.forEach(this::watch);
        choose(draft, usualModel);
        if (draft.equals(ComparisonDraft.FIRST) && !characters.isEmpty()) {
            subject.set(characters.getFirst());
        }
        taking = false;
        changed();
    }

    /** Adds adapters that the library does not know, and takes them. */
    void add(List<Pick<Path>> brought) {
        for (Pick<Path> one : brought) {
            adapters.stream()
                    .filter(pick -> pick.value().equals(one.value()))
                    .findFirst()
                    .orElseGet(() -> {
                        watch(one);
                        adapters.add(one);
                        return one;
                    })
                    .on()
                    .set(true);
        }
    }

    /** Takes everything of a draft that is offered. */
    void take(ComparisonDraft draft) {
        wanted = draft;
        taking = true;
        name.set(draft.name());
        strengths.set(draft.strengths());
        prompts.set(draft.prompts());
        plainPrompts.set(draft.plainPrompts());
        seeds.set(draft.seeds());
        steps.set(draft.steps());
        guidances.set(draft.guidances());
        width.set(draft.width());
        height.set(draft.height());
        negative.set(draft.negative());
        samplers.forEach(pick -> pick.on().set(draft.samplers().contains(pick.value())));
        schedules.forEach(pick -> pick.on().set(draft.schedules().contains(pick.value())));
        choose(draft, "");
        taking = false;
        changed();
    }

    private void choose(ComparisonDraft draft, String usualModel) {
        adapters.forEach(pick -> pick.on().set(draft.adapters().contains(pick.value().toString())));
        models.forEach(pick -> pick.on().set(draft.models().contains(pick.name())));
        if (models.stream().noneMatch(pick -> pick.on().get())) {
            models.stream()
                    .filter(pick -> pick.name().equals(usualModel))
                    .findFirst()
                    .or(() -> models.stream().findFirst())
                    .ifPresent(pick -> pick.on().set(true));
        }
        subject.set(
                subjects.stream()
                        .filter(one -> one.slug().equals(draft.subject()))
                        .findFirst()
                        .orElse(null));
    }

    /** Everything as it stands. */
    ComparisonDraft draft() {
        CharacterRecord whose = subject.get();
        return new ComparisonDraft(
                name.get(),
                taken(models, ModelFile::name),
                taken(adapters, Path::toString),
                strengths.get(),
                prompts.get(),
                plainPrompts.get(),
                seeds.get(),
                taken(samplers, id -> id),
                taken(schedules, id -> id),
                steps.get(),
                guidances.get(),
                width.get(),
                height.get(),
                negative.get(),
                whose == null ? "" : whose.slug());
    }

    /** Those of some that are taken. */
    static <T, R> List<R> taken(List<Pick<T>> picks, Function<T, R> what) {
        return picks.stream()
                .filter(pick -> pick.on().get())
                .map(pick -> what.apply(pick.value()))
                .toList();
    }

    /** How many values those that are taken stand for. */
    static int count(List<? extends Pick<?>> picks) {
        return picks.stream().filter(pick -> pick.on().get()).mapToInt(Pick::count).sum();
    }

    /** The side of an image that the first of the models makes best; 0 where none is taken. */
    int side() {
        return taken(models, ModelFile::side).stream().findFirst().orElse(0);
    }

    StringProperty name() {
        return name;
    }

    StringProperty strengths() {
        return strengths;
    }

    StringProperty prompts() {
        return prompts;
    }

    StringProperty plainPrompts() {
        return plainPrompts;
    }

    StringProperty seeds() {
        return seeds;
    }

    StringProperty steps() {
        return steps;
    }

    StringProperty guidances() {
        return guidances;
    }

    StringProperty width() {
        return width;
    }

    StringProperty height() {
        return height;
    }

    StringProperty negative() {
        return negative;
    }

    ObservableList<Pick<Path>> adapters() {
        return adapters;
    }

    ObservableList<Pick<ModelFile>> models() {
        return models;
    }

    ObservableList<Pick<String>> samplers() {
        return samplers;
    }

    ObservableList<Pick<String>> schedules() {
        return schedules;
    }

    ObservableList<CharacterRecord> subjects() {
        return subjects;
    }

    /** Whose pictures the cells are measured by; null for nobody's. */
    ObjectProperty<@Nullable CharacterRecord> subject() {
        return subject;
    }

    /** Counts changes. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
