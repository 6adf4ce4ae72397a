package atelier.service.training;

import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.optimizers.Optimizers;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingSetting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Explains every setting, with the defaults that {@link PlanReader} gives for a preset. */
final class SettingList {

    static final int SDXL = 1024;

    private final Preset preset;
    private final Map<String, Object> plan;
    private final SequencedMap<String, Map<String, Object>> withOptimizer = new LinkedHashMap<>();

    private SettingList(Subject subject, Speed speed) {
        this.preset = Presets.of(subject, speed, SDXL);
        Map<String, String> chosen = Presets.sets(subject, speed);
        this.plan = plan(chosen);
        for (OptimizerType type : Optimizers.all()) {
            Map<String, String> sets = new HashMap<>(chosen);
            sets.put("optimizer", type.id());
            withOptimizer.put(type.id(), plan(sets));
        }
    }

    private static Map<String, Object> plan(Map<String, String> sets) {
        return PlanSettings.of(PlanReader.read(sets, 1, SDXL));
    }

    static List<TrainingSetting> all(Subject subject, Speed speed) {
        SettingList list = new SettingList(subject, speed);
        return PlanTable.all().stream()
                .map(setting ->
                        new TrainingSetting(
                                setting.name(),
                                list.usual(setting),
                                setting.values().text(),
                                choices(setting.values()),
                                setting.meaning()))
                .toList();
    }

    private static List<String> choices(SettingValues values) {
        return values instanceof SettingValues.Words words ? words.words() : List.of();
    }

    private String usual(PlanTable.Setting setting) {
        String words = words(setting);
        return words == null ? usual(setting.name()) : words;
    }

    /** The default in words where it depends on pictures, model or other settings. */
    private @Nullable String words(PlanTable.Setting setting) {
        return switch (setting.name()) {
            case "steps" -> preset.passes().text();
            case "resolution" ->
                    "%s, %d for SDXL".formatted(preset.resolutionText(), preset.resolution());
            case "resolutions" -> preset.resolutionsText();
            default -> setting.usual();
        };
    }

    /** The default, and that of each optimizer with which it is another. */
    private String usual(String name) {
        String usual = text(plan, name);
        StringBuilder text = new StringBuilder(usual);
        withOptimizer.forEach((id, its) -> {
            String own = text(its, name);
            if (!own.equals(usual) && !name.equals("optimizer")) {
                text.append("; ").append(id).append(' ').append(own);
            }
        });
        return text.toString();
    }

    private static String text(Map<String, Object> plan, String name) {
        return SettingValues.text(Objects.requireNonNull(plan.get(name)));
    }
}
