package atelier.cli;

import atelier.cli.option.SpeedArgument;
import atelier.cli.option.SubjectArgument;
import atelier.cli.output.JobOutput;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.service.training.TrainingService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run is trained by: a preset, and settings that go before it. */
final class PlanOptions {

    private static final String SUBJECT = "subject";
    private static final String SPEED = "speed";
    private static final String PREVIEW_PROMPTS = "previewPrompts";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            converter = SubjectArgument.class,
            completionCandidates = SubjectArgument.class,
            description =
                    "What the adapter is to learn: ${COMPLETION-CANDIDATES}. Default: general.")
    private @Nullable Subject subject;

    @Option(
            names = "--speed",
            paramLabel = "NAME",
            converter = SpeedArgument.class,
            completionCandidates = SpeedArgument.class,
            description = "How much time it is worth: ${COMPLETION-CANDIDATES}. Default: balanced.")
    private @Nullable Speed speed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting in place of the preset's, such as steps=1500, rank=16, learningRate=0.0001, resolution=1024 or seed=7."
                            + " Repeat it for several.")
    private final Map<String, String> sets = new LinkedHashMap<>();

    @Option(
            names = "--preview-prompt",
            paramLabel = "TEXT",
            description =
                    "What a preview shows; repeat it for several. Default: the trigger, a caption, and that caption without the"
                            + " trigger, which shows whether the subject leaks into other images.")
    private final List<String> previewPrompts = new ArrayList<>();

    @Option(
            names = "--list-presets",
            description = "Show what each subject and speed sets and is for, and do nothing else.")
    private boolean listPresets;

    @Option(
            names = "--list-settings",
            description =
                    "Show every setting with its meaning and its default for --subject and --speed, and do nothing else.")
    private boolean listSettings;

    /** Whether only a list is asked for. */
    boolean isList() {
        return listPresets || listSettings;
    }

    /** Shows what is asked for. */
    void list(JobOutput output) {
        if (listPresets) {
            PresetsText.show(output, TrainingService.presets());
        }
        if (listSettings) {
            SettingsText.show(
                    output,
                    TrainingService.settings(
                            Objects.requireNonNullElse(subject, Subject.GENERAL),
                            Objects.requireNonNullElse(speed, Speed.BALANCED)));
        }
    }

    /** Every setting that was chosen. */
    Map<String, String> sets() {
        Map<String, String> all = new LinkedHashMap<>(sets);
        add(all, SUBJECT, subject);
        add(all, SPEED, speed);
        if (!previewPrompts.isEmpty()) {
            all.put(PREVIEW_PROMPTS, String.join("\n", previewPrompts));
        }
        return all;
    }

    private void add(Map<String, String> all, String name, @Nullable Enum<?> choice) {
        if (choice == null) {
            return;
        }
        String before = all.put(name, choice.toString());
        if (before != null && !before.strip().equals(choice.toString())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The %s is set to both %s and %s: leave out --%1$s or --set %1$s=%2$s."
                            .formatted(name, before, choice));
        }
    }
}
