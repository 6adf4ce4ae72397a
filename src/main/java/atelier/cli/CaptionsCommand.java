package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.dataset.caption.CaptionJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and edits captions. */
@Command(
        name = "captions",
        sortOptions = false,
        description = {
            "Shows the captions of the pictures that training would take, by their tags, or edits them.",
            "An edit shows what it would change; with --apply it writes that, and --undo takes back the last one that was written."
        },
        footer = {
            "",
            "With --json: {\"event\":\"caption\",\"picture\",\"file\",\"text\"} for each picture, then {\"event\":\"captions\",\"pictures\","
                    + "\"captioned\",\"tags\":[{\"tag\",\"count\"}]}; of an edit {\"event\":\"change\",\"file\",\"before\",\"after\"} for each"
                    + " caption, then {\"event\":\"changes\",\"what\",\"count\",\"applied\"}.",
            "",
            "Examples:",
            "  atelier captions pictures/mia",
            "  atelier captions pictures/mia --replace \"red hair=auburn hair\" --apply"
        })
public final class CaptionsCommand implements Runnable {

    private final Function<Workspace, CaptionService> services;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder of pictures and captions, plain or with folders like 10_name; a zip of such, to look at; or a dataset configuration of sd-scripts (.toml).")
    private Path source;

    @ArgGroup private @Nullable Action action;

    @Option(names = "--apply", description = "Write what is shown. Default: show it only.")
    private boolean apply;

    @Option(names = "--recursive", description = "Take the pictures in folders inside, too.")
    private boolean recursive;

    @Mixin private JobOptions job;

    /** What is done, one thing at a time. */
    static final class Action {

        @Option(
                names = "--add-trigger",
                paramLabel = "T",
                description = "Put a word or phrase in front of every caption that lacks it.")
        private @Nullable String trigger;

        @Option(
                names = "--replace",
                paramLabel = "A=B",
                description =
                        "Replace a word or phrase, in any case of letters; nothing behind the = takes it away.")
        private @Nullable String replace;

        @Option(
                names = "--remove",
                paramLabel = "TAG",
                description = "Take away what stands between two commas.")
        private @Nullable String remove;

        @Option(
                names = "--set",
                paramLabel = "FILE=TEXT",
                description = "Give a picture another caption.")
        private @Nullable String set;

        @Option(names = "--undo", description = "Take back the last edit that was written.")
        private boolean undo;
    }

    /**
     * Edits captions, remembering in a workspace what can be undone.
     *
     * @param services edits with the journals of a workspace
     */
    public CaptionsCommand(Function<Workspace, CaptionService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        if (action == null) {
            job.run(this::list);
        } else if (action.undo) {
            job.run((output, cancel) -> undo(output));
        } else {
            CaptionEdit edit = edit(action);
            job.run((output, cancel) -> edit(edit, output, cancel));
        }
    }

    private void list(JobOutput output, CancelToken cancel) {
        CaptionsText.list(output, service().look(source, recursive, output, cancel));
    }

    private void edit(CaptionEdit edit, JobOutput output, CancelToken cancel) {
        CaptionService service = service();
        List<CaptionChange> changes = service.changes(source, recursive, edit, output, cancel);
        if (apply) {
            service.apply(source, edit, changes);
        }
        CaptionsText.changes(output, edit.words(), changes, apply);
    }

    private void undo(JobOutput output) {
        CaptionService service = service();
        CaptionJournal.Entry last = service.last(source);
        if (apply) {
            service.undo(source);
        }
        CaptionsText.undone(output, last, apply);
    }

    private CaptionService service() {
        return services.apply(job.workspace());
    }

    private CaptionEdit edit(Action chosen) {
        if (chosen.trigger != null) {
            return new CaptionEdit.AddTrigger(chosen.trigger);
        } else if (chosen.replace != null) {
            List<String> parts = parts("--replace", chosen.replace);
            return new CaptionEdit.Replace(parts.getFirst(), parts.getLast());
        } else if (chosen.remove != null) {
            return new CaptionEdit.Remove(chosen.remove);
        }
        List<String> parts = parts("--set", String.valueOf(chosen.set));
        return new CaptionEdit.Set(Path.of(parts.getFirst()), parts.getLast());
    }

    private List<String> parts(String option, String value) {
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is '%s', but it must have a = between two parts.".formatted(option, value));
        }
        return List.of(value.substring(0, equals), value.substring(equals + 1));
    }
}
