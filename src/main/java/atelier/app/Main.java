package atelier.app;

import atelier.cli.AtelierCli;

/** Starts Atelier with a command line. */
public final class Main {

    private Main() {}

    /** Runs {@code args} and ends the process with the command's exit code. */
    public static void main(String[] args) {
        AppFolders folders = AppFolders.ofThisMachine();
        // Before anything is loaded that reads them: DJL, JavaFX and the logger do so once, when
        // their classes load.
        StartSettings.forFolders(folders).apply();
        System.exit(new AtelierCli(Subcommands.all(), folders.logFile()).run(args));
    }
}
