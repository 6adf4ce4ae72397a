package atelier.app;

import atelier.cli.AtelierCli;
import atelier.cli.output.Terminal;

/** Starts Atelier with a command line. */
public final class Main {

    private Main() {}

    /**
     * Runs {@code args} and ends the process with the command's exit code; without any it opens the
     * window where there is a screen.
     */
    public static void main(String[] args) {
        AppFolders folders = AppFolders.ofThisMachine();
        // Before anything is loaded that reads them: DJL, JavaFX and the logger do so once, when
        // their classes load.
        StartSettings.forFolders(folders).apply();
        boolean window = args.length == 0 && Screens.ofThisProcess().present();
        System.exit(run(folders, window ? new String[] {"studio"} : args));
    }

    private static int run(AppFolders folders, String... args) {
        try (Services services = new Services(folders.cache())) {
            return new AtelierCli(
                            Subcommands.all(services),
                            folders.workspace(),
                            folders.logFile(),
                            Terminal.ofThisProcess())
                    .run(args);
        }
    }
}
