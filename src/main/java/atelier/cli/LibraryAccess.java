package atelier.cli;

import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.library.LibraryService;
import atelier.service.storage.database.OpenWorkspace;
import java.util.List;
import java.util.function.Function;

/**
 * How commands come to the library of a workspace.
 *
 * @param workspaces opens one
 * @param libraries what an open one holds
 */
public record LibraryAccess(
        Function<Workspace, OpenWorkspace> workspaces,
        Function<OpenWorkspace, LibraryService> libraries) {

    /** What a command does with a library. */
    @FunctionalInterface
    interface Work {
        void run(LibraryService library, JobOutput output, CancelToken cancel);
    }

    /** What a command does with each thing that it names. */
    @FunctionalInterface
    interface Step {
        void run(LibraryService library, String thing, JobOutput output);
    }

    /** Works on the library of the job's workspace with one thing after another. */
    void runEach(JobOptions job, List<String> things, Step step) {
        run(
                job,
                (library, output, cancel) -> {
                    for (String thing : things) {
                        cancel.check();
                        step.run(library, thing, output);
                    }
                });
    }

    /** Works on the library of the job's workspace, which is open meanwhile. */
    void run(JobOptions job, Work work) {
        job.run((output, cancel) -> {
            try (OpenWorkspace open = workspaces.apply(job.workspace())) {
                work.run(libraries.apply(open), output, cancel);
            }
        });
    }
}
