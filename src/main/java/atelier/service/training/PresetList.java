package atelier.service.training;

import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingPreset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Explains every preset by the settings that are not the same in all of them. */
final class PresetList {

    private PresetList() {}

    static List<TrainingPreset> all() {
        List<TrainingPreset> whole = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            for (Speed speed : Speed.values()) {
                whole.add(new TrainingPreset(subject, speed, settings(subject, speed)));
            }
        }
        SequencedSet<String> shown =
                whole.getFirst().settings().keySet().stream()
                        .filter(name -> values(whole, name) > 1)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return whole.stream().map(preset -> only(shown, preset)).toList();
    }

    /** How many values the setting has. */
    private static long values(List<TrainingPreset> presets, String name) {
        return presets.stream().map(preset -> preset.settings().get(name)).distinct().count();
    }

    private static TrainingPreset only(SequencedSet<String> names, TrainingPreset preset) {
        SequencedMap<String, String> settings = new LinkedHashMap<>(preset.settings());
        settings.keySet().retainAll(names);
        return new TrainingPreset(preset.subject(), preset.speed(), settings);
    }

    /** All but those that follow from others, as alpha does from the rank. */
    private static SequencedMap<String, String> settings(Subject subject, Speed speed) {
        SequencedMap<String, Object> plan =
                PlanSettings.of(
                        PlanReader.read(
                                Presets.sets(subject, speed),
                                TrainingPreset.PICTURES,
                                SettingList.SDXL));
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        for (PlanTable.Setting setting : PlanTable.all()) {
            if (setting.usual() == null) {
                settings.put(
                        setting.name(),
                        SettingValues.text(Objects.requireNonNull(plan.get(setting.name()))));
            }
        }
        settings.keySet().removeAll(Presets.sets(subject, speed).keySet());
        return settings;
    }
}
