package atelier.cli;

import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import java.lang.management.ManagementFactory;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Opens the window. */
@Command(
        name = "studio",
        description = {
            "Opens the window, and ends when it is closed.",
            "The same happens without any command, where there is a screen."
        })
public final class StudioCommand implements Runnable {

    private final BiConsumer<Workspace, CancelToken> window;
    private final Rehearsal rehearsal;

    @ParentCommand private AtelierCommand root;

    @Spec private CommandSpec spec;

    // For the build, which records what a start needs, and for bench ui.
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    /** Opens the window, glances at each panel and closes it. */
    @FunctionalInterface
    public interface Rehearsal {
        /**
         * Does it.
         *
         * @param secondFrame told when the second frame is there
         */
        void open(Workspace workspace, Runnable secondFrame, CancelToken cancel);
    }

    /**
     * @param window opens it over a workspace and comes back when it is closed, by its user or by
     *     the token
     */
    public StudioCommand(BiConsumer<Workspace, CancelToken> window, Rehearsal rehearsal) {
        this.window = window;
        this.rehearsal = rehearsal;
    }

    @Override
    public void run() {
        if (rehearse) {
            rehearsal.open(root.workspace(), this::tellTime, root.cancel());
        } else {
            window.accept(root.workspace(), root.cancel());
        }
    }

    private void tellTime() {
        long millis =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        spec.commandLine().getOut().println(millis);
        spec.commandLine().getOut().flush();
    }
}
