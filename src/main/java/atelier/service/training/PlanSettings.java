package atelier.service.training;

import atelier.model.training.TrainingPlan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The settings of a plan by name, as the user writes them, whatever part they belong to. */
final class PlanSettings {

    private PlanSettings() {}

    /**
     * Every setting: a number, a boolean, a text or an enum constant. {@link PlanReader} takes the
     * same names, and {@code toString} of the values.
     */
    static SequencedMap<String, Object> of(TrainingPlan plan) {
        SequencedMap<String, Object> settings = new LinkedHashMap<>();
        add(settings, plan);
        return settings;
    }

    private static void add(SequencedMap<String, Object> settings, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = value(part, component);
            if (value instanceof Record inner) {
                add(settings, inner);
            } else if (settings.put(component.getName(), written(value)) != null) {
                throw new IllegalStateException("two settings are called " + component.getName());
            }
        }
    }

    private static Object written(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value;
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
