package atelier.app;

import atelier.cli.AtelierCli;
import atelier.cli.output.Terminal;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** A program whose one command never ends, whatever is asked of it. */
final class StubbornMain {

    private StubbornMain() {}

    @Command(name = "work", description = "Never ends.")
    static final class Work implements Runnable {

        @Override
        public void run() {
            System.out.println("working");
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            }
        }
    }

    public static void main(String[] args) {
        System.exit(
                new AtelierCli(
                                List.of(new Work()),
                                Path.of("work"),
                                Path.of("log"),
                                Terminal.none())
                        .run(args));
    }
}
