package atelier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what Atelier does, wherever it runs. */
@Command(
        name = "first-steps",
        description = {
            "Opens the window where there is a screen, else does what the command demo does, and says so.",
            "It is what plain mvn runs in Atelier's sources."
        })
public final class FirstStepsCommand implements Callable<Integer> {

    private final BooleanSupplier screen;

    @ParentCommand private AtelierCommand root;

    @Spec private CommandSpec spec;

    /**
     * @param screen whether a window can be shown
     */
    public FirstStepsCommand(BooleanSupplier screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        boolean window = screen.getAsBoolean();
        if (!window) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "There is no screen here, so no window opens: this is the demonstration, 'atelier demo', instead.");
        }
        List<String> line = new ArrayList<>(List.of(window ? "studio" : "demo"));
        line.addAll(List.of("--workspace", root.workspace().root().toString()));
        if (root.verbose()) {
            line.add("--verbose");
        }
        return spec.root().commandLine().execute(line.toArray(String[]::new));
    }
}
