package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.cli.AtelierCli;
import atelier.cli.PlumbingCommand;
import atelier.cli.output.Terminal;
import atelier.reference.Reference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The trial run of the whole job, from the command line. */
class PlumbingCommandTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingWorksTogetherAndProgramsAreToldWhereItLies() throws IOException {
        CommandLineRun run = studio.run("plumbing", "--model", MODEL, "--out", folder, "--json");
        assertThat(run.exit()).as("%s", run).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode trained = run.event("trained");
        assertThat(trained.path("pictures").intValue()).isEqualTo(10);
        assertThat(Path.of(trained.path("adapter").stringValue()))
                .isEqualTo(folder.resolve("run-001/run/atelier-house.safetensors"))
                .isRegularFile();
        JsonNode compared = run.event("compared");
        assertThat(compared.path("differing").intValue()).isEqualTo(2);
        for (String kind : List.of("without", "with")) {
            Path images = Path.of(compared.path(kind).stringValue());
            assertThat(images).startsWith(folder);
            assertThat(names(images)).hasSize(2).allMatch(name -> name.endsWith(".png"));
        }
        assertThat(names(folder.resolve("run-001/pictures")))
                .hasSize(20)
                .contains("01-morning.png", "01-morning.txt", "02-evening.jpg");
        assertThat(run.events()).last().hasToString("{\"event\":\"done\"}");
    }

    @Test
    void aModelThatIsNotThereIsNamedBeforeAnythingIsDrawn() {
        Path none = folder.resolve("none");
        studio.run("plumbing", "--model", none, "--out", folder.resolve("out"))
                .requireRefusal(FAILED, none.toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        studio.run("plumbing", "--model", MODEL, "--out", file)
                .requireRefusal(FAILED, file + " is a file and not a folder; choose a folder.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void optionsOfOtherCommandsAreNoneOfThis() {
        studio.run("plumbing", "--steps", 7).requireRefusal(USAGE, "--steps");
    }

    @Test
    void outsideAteliersSourcesAModelMustBeNamed() {
        StringWriter err = new StringWriter();
        PlumbingCommand command =
                new PlumbingCommand(studio.services()::plumbing, folder.resolve("elsewhere"));
        int exit =
                new AtelierCli(List.of(command), folder, Path.of("atelier.log"), Terminal.none())
                        .writingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                        .run("plumbing");
        assertThat(exit).isEqualTo(FAILED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("There is no tiny model at", "--model");
        assertThat(folder).isEmptyDirectory();
    }
}
