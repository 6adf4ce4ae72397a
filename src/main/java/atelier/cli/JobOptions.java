package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that works for a while has in common: its output, and Ctrl-C. */
final class JobOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = {
                "Write one JSON object to a line of standard output and nothing else: {\"event\":\"progress\",\"stage\",\"unit\","
                        + "\"done\",\"total\",\"perSecond\",\"secondsLeft\",\"detail\"}, {\"event\":\"notice\",\"message\"}, results as listed below, and at the end "
                        + "{\"event\":\"done\"} or {\"event\":\"failed\",\"message\"}."
            })
    private boolean json;

    /** The work of a command. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param output hears of progress and results
         * @param cancel set when the user wants it to stop
         */
        void run(JobOutput output, CancelToken cancel);
    }

    /** Does the work, showing its progress and results. */
    void run(Work work) {
        CommandLine command = spec.commandLine();
        AtelierCommand root = root();
        try (JobOutput output = root.terminal().open(json, command.getOut(), command.getErr())) {
            try {
                work.run(output, root.cancel());
            } catch (AtelierException e) {
                end(output, "failed", Facts.of("message", e.getMessage()));
                throw e;
            }
            end(output, "done", Facts.none());
        }
    }

    private static void end(JobOutput output, String event, Facts facts) {
        if (output.isJson()) {
            output.result(event, facts, "");
        }
    }

    /** The folder of the user's work. */
    Workspace workspace() {
        return root().workspace();
    }

    private AtelierCommand root() {
        return (AtelierCommand) spec.root().userObject();
    }
}
