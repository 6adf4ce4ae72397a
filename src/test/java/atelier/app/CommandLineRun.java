package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.AtelierCli;
import atelier.cli.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a command line, run in this process with the services of the real program.
 *
 * @param exit the exit code
 * @param out lines of the standard output
 * @param err lines of the standard error that are no progress
 */
record CommandLineRun(int exit, List<String> out, List<String> err) {

    /** A command with its usual options, each unless it is given anew, and then the others. */
    static Object[] command(String name, List<Object> usual, Object... others) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(name);
        for (int i = 0; i < usual.size(); i += 2) {
            if (!Arrays.asList(others).contains(usual.get(i))) {
                arguments.addAll(usual.subList(i, i + 2));
            }
        }
        arguments.addAll(Arrays.asList(others));
        return arguments.toArray();
    }

    /** Whether a line of the standard error tells of progress. */
    static boolean isProgress(String line) {
        return line.matches("[^:]+: (step|image|tensor|picture|file|MiB|call|cell|change) \\d+.*");
    }

    /** The objects of the standard output, in JSON mode. */
    List<JsonNode> events() {
        return out.stream().map(new JsonMapper()::readTree).toList();
    }

    /** The first event of that kind. */
    JsonNode event(String kind) {
        return events().stream()
                .filter(event -> event.path("event").stringValue().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Checks that it was refused with that code, in one line that says each of these, and no more.
     */
    void requireRefusal(int code, String... says) {
        requireFailure(code, says);
        assertThat(out).isEmpty();
    }

    /** Checks that it failed with that code and one line that says each of these. */
    void requireFailure(int code, String... says) {
        assertThat(err)
                .as("the standard error")
                .singleElement()
                .asString()
                .contains(says)
                .doesNotContain("defect")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(exit).isEqualTo(code);
    }

    /** Where such runs keep their work and what can be computed again. */
    record Studio(Services services, Path workspace) implements AutoCloseable {

        static Studio in(Path folder) {
            return new Studio(new Services(folder.resolve("cache")), folder.resolve("workspace"));
        }

        CommandLineRun run(Object... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            String[] args = new String[arguments.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = arguments[i].toString();
            }
            int exit =
                    new AtelierCli(
                                    Subcommands.all(services),
                                    workspace,
                                    Path.of("atelier.log"),
                                    Terminal.none())
                            .writingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                            .run(args);
            return new CommandLineRun(
                    exit,
                    out.toString().lines().toList(),
                    err.toString().lines().filter(line -> !isProgress(line)).toList());
        }

        @Override
        public void close() {
            services.close();
        }
    }
}
