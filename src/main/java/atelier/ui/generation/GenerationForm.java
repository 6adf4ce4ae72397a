package atelier.ui.generation;

import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ImageShape;
import atelier.model.generation.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the user writes and chooses for the next images. */
final class GenerationForm {

    /** The most images of each wording that are offered. */
    static final List<Integer> EACH = List.of(1, 2, 4, 8, 16, 32);

    private static final int USUAL_SIDE = 1024;

    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty negative = new SimpleStringProperty("");
    private final ObservableList<String> styles = FXCollections.observableArrayList();
    private final ObservableList<ModelFile> models = FXCollections.observableArrayList();
    private final ObjectProperty<ModelFile> model = new SimpleObjectProperty<>();
    private final ObjectProperty<ImageShape> shape = new SimpleObjectProperty<>();
    private final IntegerProperty width = new SimpleIntegerProperty();
    private final IntegerProperty height = new SimpleIntegerProperty();
    private final DoubleProperty steps = new SimpleDoubleProperty();
    private final DoubleProperty guidance = new SimpleDoubleProperty();
    private final StringProperty sampler = new SimpleStringProperty("");
    private final StringProperty schedule = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("");
    private final IntegerProperty each = new SimpleIntegerProperty();
    private String modelName = "";
    private String usualModel = "";
    private boolean offering;

    GenerationForm() {
        take(GenerationDraft.FIRST);
        shape.subscribe(chosen -> {
            if (chosen != null) {
                width.set(chosen.width(side()));
                height.set(chosen.height(side()));
            }
        });
        model.subscribe(this::changeModel);
    }

    private int side() {
        ModelFile chosen = model.get();
        return chosen == null ? USUAL_SIDE : chosen.side();
    }

    private void changeModel(@Nullable ModelFile now) {
        if (now != null) {
            if (!offering) {
                modelName = now.name();
            }
            ImageShape kept = shape.get();
            if (kept != null) {
                width.set(kept.width(now.side()));
                height.set(kept.height(now.side()));
            } else {
                takeSize(width.get(), height.get());
            }
        }
    }

    /** Everything whose change changes the draft. */
    Observable[] parts() {
        return new Observable[] {
            prompt, negative, styles, model, width, height, steps, guidance, sampler, schedule,
            seed, each
        };
    }

    /**
     * Offers models, and chooses the one wanted.
     *
     * @param usual name of the one to choose where none is wanted yet
     */
    void offer(List<ModelFile> all, String usual) {
        usualModel = usual;
        // What a control does while the list changes is no choice of the user's.
        offering = true;
        models.setAll(all);
        chooseModel();
    }

    private void chooseModel() {
        String wanted = modelName.isEmpty() ? usualModel : modelName;
        offering = true;
        model.set(
                models.stream()
                        .filter(one -> one.name().equals(wanted))
                        .findFirst()
                        .or(() -> models.stream().findFirst())
                        .orElse(null));
        offering = false;
    }

    /** The first seed, if a whole number stands there. */
    Optional<Long> firstSeed() {
        try {
            long number = Long.parseLong(seed.get().strip());
            return number < 0 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Everything as it stands.
     *
     * @param adapters that are on
     */
    GenerationDraft draft(Map<String, Double> adapters) {
        return new GenerationDraft(
                prompt.get(),
                negative.get(),
                styles,
                modelName,
                width.get(),
                height.get(),
                (int) Math.round(steps.get()),
                Math.round(guidance.get() * 10) / 10.0,
                sampler.get(),
                schedule.get(),
                firstSeed().orElse(0L),
                each.get(),
                adapters);
    }

    /** Takes everything but the adapters. */
    void take(GenerationDraft draft) {
        prompt.set(draft.prompt());
        negative.set(draft.negative());
        styles.setAll(draft.styles());
        modelName = draft.model();
        chooseModel();
        steps.set(draft.steps());
        guidance.set(draft.guidance());
        sampler.set(draft.sampler());
        schedule.set(draft.schedule());
        seed.set(Long.toString(draft.seed()));
        each.set(draft.each());
        takeSize(draft.width(), draft.height());
    }

    private void takeSize(int wide, int high) {
        ImageShape found = wide == 0 ? ImageShape.SQUARE : null;
        for (ImageShape one : ImageShape.values()) {
            if (one.width(side()) == wide && one.height(side()) == high) {
                found = one;
            }
        }
        shape.set(found);
        width.set(found == null ? wide : found.width(side()));
        height.set(found == null ? high : found.height(side()));
    }

    /** The prompt. */
    StringProperty prompt() {
        return prompt;
    }

    /** What to avoid. */
    StringProperty negative() {
        return negative;
    }

    /** Names of the styles that are on. */
    ObservableList<String> styles() {
        return styles;
    }

    /** The models there are. */
    ObservableList<ModelFile> models() {
        return models;
    }

    /** The model; null where there is none. */
    ObjectProperty<ModelFile> model() {
        return model;
    }

    /** The shape; null for a size of no usual shape. */
    ObjectProperty<ImageShape> shape() {
        return shape;
    }

    /** In pixels. */
    IntegerProperty width() {
        return width;
    }

    /** In pixels. */
    IntegerProperty height() {
        return height;
    }

    /** A whole number. */
    DoubleProperty steps() {
        return steps;
    }

    /** With one decimal. */
    DoubleProperty guidance() {
        return guidance;
    }

    /** Its id. */
    StringProperty sampler() {
        return sampler;
    }

    /** Its id. */
    StringProperty schedule() {
        return schedule;
    }

    /** As it was typed. */
    StringProperty seed() {
        return seed;
    }

    /** Images of each wording. */
    IntegerProperty each() {
        return each;
    }
}
