package atelier.service.training;

import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.optimizers.Optimizers;
import atelier.model.training.TrainingSetting;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Explains every setting, with the defaults that {@link PlanReader} gives. */
final class SettingList {

    private static final int SDXL = 1024;

    private SettingList() {}

    static List<TrainingSetting> all() {
        return PlanTable.all().stream()
                .map(setting ->
                        new TrainingSetting(
                                setting.name(),
                                setting.usual() == null ? usual(setting.name()) : setting.usual(),
                                setting.values().text(),
                                setting.meaning()))
                .toList();
    }

    /** The default, and that of each optimizer with which it is another. */
    private static String usual(String name) {
        String usual = usual(name, Map.of());
        StringBuilder text = new StringBuilder(usual);
        for (OptimizerType type : Optimizers.all()) {
            String own = usual(name, Map.of("optimizer", type.id()));
            if (!own.equals(usual) && !name.equals("optimizer")) {
                text.append("; ").append(type.id()).append(' ').append(own);
            }
        }
        return text.toString();
    }

    private static String usual(String name, Map<String, String> sets) {
        SequencedMap<String, Object> settings = PlanSettings.of(PlanReader.read(sets, 1, SDXL));
        Object value = settings.get(name);
        return value instanceof Double real ? SettingValues.number(real) : String.valueOf(value);
    }
}
