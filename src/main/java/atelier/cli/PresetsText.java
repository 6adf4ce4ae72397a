package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingPreset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shows the presets of training, for people or for programs. */
final class PresetsText {

    private PresetsText() {}

    static void show(JobOutput output, List<TrainingPreset> presets) {
        if (output.isJson()) {
            presets.forEach(preset -> output.result("preset", facts(preset), ""));
        } else {
            output.result("presets", Facts.none(), text(presets));
        }
    }

    private static Facts facts(TrainingPreset preset) {
        return Facts.of("subject", preset.subject().toString())
                .and("speed", preset.speed().toString())
                .and("for", preset.subject().meaning() + "; " + preset.speed().meaning())
                .and("pictures", TrainingPreset.PICTURES)
                .and("settings", preset.settings());
    }

    private static String text(List<TrainingPreset> presets) {
        List<String> lines = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            List<TrainingPreset> ofSubject =
                    presets.stream().filter(preset -> preset.subject() == subject).toList();
            lines.add(subject + ": " + subject.meaning());
            block(ofSubject).forEach(line -> lines.add("  " + line));
            lines.add("");
        }
        for (Speed speed : Speed.values()) {
            lines.add(speed + ": " + speed.meaning());
        }
        lines.add("");
        lines.add(
                "Steps are for %d pictures, the resolution is for SDXL. Any of it is changed with --set, and --list-settings shows all else."
                        .formatted(TrainingPreset.PICTURES));
        return String.join(System.lineSeparator(), lines);
    }

    /** A row for each setting, a column for each speed. */
    private static List<String> block(List<TrainingPreset> presets) {
        Columns columns =
                new Columns(
                        Stream.concat(
                                        Stream.of("setting"),
                                        Arrays.stream(Speed.values()).map(Speed::toString))
                                .toArray(String[]::new));
        for (String name : presets.getFirst().settings().keySet()) {
            columns.row(
                    Stream.concat(
                                    Stream.of(name),
                                    presets.stream().map(preset -> preset.settings().get(name)))
                            .toArray(String[]::new));
        }
        return columns.lines();
    }
}
