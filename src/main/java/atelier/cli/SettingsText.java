package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.training.TrainingSetting;
import java.util.List;

/** Shows the settings of training, for people or for programs. */
final class SettingsText {

    private SettingsText() {}

    static void show(JobOutput output, List<TrainingSetting> settings) {
        if (output.isJson()) {
            settings.forEach(setting -> output.result("setting", facts(setting), ""));
            return;
        }
        Columns columns = new Columns("setting", "default", "meaning; values");
        for (TrainingSetting setting : settings) {
            columns.row(
                    setting.name(), setting.usual(), setting.meaning() + "; " + setting.values());
        }
        output.result(
                "settings", Facts.none(), String.join(System.lineSeparator(), columns.lines()));
    }

    private static Facts facts(TrainingSetting setting) {
        return Facts.of("name", setting.name())
                .and("default", setting.usual())
                .and("values", setting.values())
                .and("meaning", setting.meaning());
    }
}
