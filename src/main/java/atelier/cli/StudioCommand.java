package atelier.cli;

import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Opens the window. */
@Command(
        name = "studio",
        description = {
            "Opens the window, and ends when it is closed.",
            "The same happens without any command, where there is a screen."
        })
public final class StudioCommand implements Runnable {

    private final BiConsumer<Workspace, CancelToken> window;

    @ParentCommand private AtelierCommand root;

    /**
     * @param window opens it over a workspace and comes back when it is closed, by its user or by
     *     the token
     */
    public StudioCommand(BiConsumer<Workspace, CancelToken> window) {
        this.window = window;
    }

    @Override
    public void run() {
        window.accept(root.workspace(), root.cancel());
    }
}
