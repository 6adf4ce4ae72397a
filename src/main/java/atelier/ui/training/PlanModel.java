package atelier.ui.training;

import atelier.model.AtelierException;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingSetting;
import atelier.service.training.TrainingService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a run shall be trained by, as the user puts it together. */
public final class PlanModel {

    /** Chosen elsewhere in the plan. */
    private static final Set<String> NOT_LISTED = Set.of("subject", "speed");

    private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.GENERAL);
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.BALANCED);
    private final StringProperty trigger = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable BaseModel> base = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<SettingLine>> settings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final SequencedMap<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> typed = new TreeMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private int pictures = 1;
    private List<TrainingSetting> explained = List.of();

    /** Begins with what is usual. */
    public PlanModel() {
        subject.subscribe(this::show);
        speed.subscribe(this::show);
        base.subscribe(this::show);
    }

    /** What is to be learnt. */
    public ObjectProperty<Subject> subject() {
        return subject;
    }

    /** How much time it is worth. */
    public ObjectProperty<Speed> speed() {
        return speed;
    }

    /** What shall call it up. */
    public StringProperty trigger() {
        return trigger;
    }

    /** What is trained on; null before the models are known. */
    public ObjectProperty<@Nullable BaseModel> base() {
        return base;
    }

    /** Every setting, those that the user set first. */
    public ReadOnlyObjectProperty<List<SettingLine>> settings() {
        return settings.getReadOnlyProperty();
    }

    /** How many pictures it is for. */
    public int pictures() {
        return pictures;
    }

    /** Is for so many pictures from now on. */
    void count(int now) {
        if (pictures != Math.max(1, now)) {
            pictures = Math.max(1, now);
            show();
        }
    }

    /** Begins anew, for someone with so many pictures. */
    void begin(Subject whatFor, String word, int count) {
        own.clear();
        typed.clear();
        errors.clear();
        pictures = Math.max(1, count);
        trigger.set(word);
        subject.set(whatFor);
        show();
    }

    /** Takes over what another was trained by. */
    void copy(TrainingOrder order) {
        own.clear();
        typed.clear();
        errors.clear();
        Map<String, String> plan = TrainingService.plan(order.sets(), pictures, resolution());
        order.sets().keySet().stream()
                .filter(name -> !NOT_LISTED.contains(name))
                .sorted()
                .forEach(name -> own.put(name, order.sets().get(name)));
        trigger.set(order.trigger());
        subject.set(choice(Subject.values(), plan.getOrDefault("subject", "")));
        speed.set(choice(Speed.values(), plan.getOrDefault("speed", "")));
        show();
    }

    private static <E extends Enum<E>> E choice(E[] all, String id) {
        for (E one : all) {
            if (one.toString().equals(id)) {
                return one;
            }
        }
        return all[all.length - 1];
    }

    /**
     * Sets something. What is no value of it, or does not fit what else is set, is kept as it was
     * typed with the reason beside it, and the plan stays as it was.
     *
     * @param text as the user wrote it; empty for what is usual
     */
    public void set(String name, String text) {
        String value = text.strip();
        typed.remove(name);
        errors.remove(name);
        Map<String, String> sets = sets(speed.get());
        sets.remove(name);
        try {
            Map<String, String> without = TrainingService.plan(sets, pictures, resolution());
            sets.put(name, value);
            if (value.isEmpty()
                    || TrainingService.plan(sets, pictures, resolution()).equals(without)) {
                own.remove(name);
            } else {
                own.put(name, value);
            }
        } catch (AtelierException e) {
            typed.put(name, text);
            errors.put(name, String.valueOf(e.getMessage()));
        }
        show();
    }

    /** Why it cannot be trained so; null where it can. */
    public @Nullable String error() {
        return errors.isEmpty() ? null : errors.values().iterator().next();
    }

    /** What is set, at a speed. */
    Map<String, String> sets(Speed at) {
        Map<String, String> sets = new HashMap<>(own);
        sets.put("subject", subject.get().toString());
        sets.put("speed", at.toString());
        return sets;
    }

    /** Every setting as it is now, by name. */
    public Map<String, String> plan() {
        return TrainingService.plan(sets(speed.get()), pictures, resolution());
    }

    /** How the learning rate would go, at so many even distances. */
    List<Double> rates(int count) {
        return TrainingService.learningRates(sets(speed.get()), pictures, resolution(), count);
    }

    private int resolution() {
        BaseModel model = base.get();
        return model == null ? BaseModel.STARTER : model.resolution();
    }

    private void show() {
        if (subject.get() == null || speed.get() == null) {
            return;
        }
        List<SettingLine> lines = new ArrayList<>();
        List<SettingLine> others = new ArrayList<>();
        Map<String, String> usual = usual();
        Map<String, String> now = now(usual);
        for (TrainingSetting setting : explained()) {
            if (!NOT_LISTED.contains(setting.name())) {
                SettingLine line = line(setting, usual, now);
                (line.isOwn() ? lines : others).add(line);
            }
        }
        lines.addAll(others);
        settings.set(List.copyOf(lines));
    }

    /** What each means and can be: the same for each subject and speed. */
    private List<TrainingSetting> explained() {
        if (explained.isEmpty()) {
            explained = TrainingService.settings(Subject.GENERAL, Speed.BALANCED);
        }
        return explained;
    }

    private Map<String, String> usual() {
        return TrainingService.plan(
                Map.of("subject", subject.get().toString(), "speed", speed.get().toString()),
                pictures,
                resolution());
    }

    private Map<String, String> now(Map<String, String> usual) {
        try {
            return plan();
        } catch (AtelierException e) {
            // Another subject or speed, or another model, may not go with what was set before.
            own.forEach((name, value) -> {
                typed.put(name, value);
                errors.put(name, String.valueOf(e.getMessage()));
            });
            own.clear();
            return usual;
        }
    }

    private SettingLine line(
            TrainingSetting setting, Map<String, String> usual, Map<String, String> now) {
        String name = setting.name();
        return new SettingLine(
                name,
                typed.getOrDefault(name, now.getOrDefault(name, "")),
                usual.getOrDefault(name, ""),
                setting.values(),
                setting.choices(),
                setting.meaning(),
                errors.get(name));
    }
}
