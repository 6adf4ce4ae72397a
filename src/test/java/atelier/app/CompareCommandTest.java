package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Comparisons from the command line, over the real services, on the tiny random model. */
class CompareCommandTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final Path ADAPTER = Reference.root().resolve("lora/peft.safetensors");

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;
    private Path prompts;
    private Path plain;
    private Path out;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @BeforeEach
    void write() throws IOException {
        prompts = Files.writeString(folder.resolve("prompts.txt"), "# mia\nmia in a garden\n");
        plain = Files.writeString(folder.resolve("plain.txt"), "a person in a garden\n");
        out = folder.resolve("compared");
    }

    private CommandLineRun compare(Object... more) {
        List<Object> usual =
                List.of(
                        "--model",
                        MODEL,
                        "--adapters",
                        ADAPTER,
                        "--prompts",
                        prompts,
                        "--size",
                        "64x64",
                        "--steps",
                        "1",
                        "--scores-by",
                        folder,
                        "--device",
                        "cpu",
                        "--out",
                        out);
        return studio.run(CommandLineRun.command("compare", usual, more));
    }

    @Test
    void everyCombinationIsMadeOnceAndTold() throws IOException {
        Object[] wide = {
            "--plain-prompts", plain, "--samplers", "euler,ddim:trailing", "--seeds", "1", "--json"
        };
        CommandLineRun first = compare(wide);
        assertThat(first.exit()).as("%s", first.err()).isZero();
        // The adapter and none, two samplers, two prompts.
        assertThat(cells(first)).isEqualTo(8);
        wide[5] = "1,2";
        CommandLineRun second = compare(wide);
        assertThat(cells(second)).isEqualTo(8);
        JsonNode compared = second.event("compared");
        assertThat(compared.get("cells").asInt()).isEqualTo(16);
        assertThat(compared.get("made").asInt()).isEqualTo(8);
        assertThat(compared.get("swapShare").asDouble()).isPositive();
        List<String> table = Files.readAllLines(Path.of(compared.get("tables").get(0).asString()));
        assertThat(table).hasSize(17);
        assertThat(table.get(2)).contains(",mia in a garden,false,2,euler,leading,1,");
        assertThat(table.get(3)).contains(",a person in a garden,true,1,euler,leading,1,");
        assertThat(table.get(5)).contains(",ddim,trailing,");
        assertThat(Files.readString(Path.of(compared.get("page").asString())))
                .contains("<h2>euler:leading, 1 steps, guidance 5.0</h2>");
        assertThat(second.events())
                .anyMatch(event -> event.path("message").asString("").startsWith("CLIP-I and"));
    }

    private static long cells(CommandLineRun run) {
        return run.events().stream()
                .filter(event -> event.path("event").asString("").equals("cell"))
                .count();
    }

    @Test
    void whatCannotBeComparedIsRefusedBeforeAnythingIsMade() throws IOException {
        compare("--strengths", "0,1").requireRefusal(1, "The strength 0 is the baseline");
        compare("--prompts", folder.resolve("none.txt"))
                .requireRefusal(1, "none.txt cannot be read");
        compare("--prompts", Files.writeString(folder.resolve("empty.txt"), "# nothing\n\n"))
                .requireRefusal(1, "empty.txt holds no prompt: write one on each line.");
        compare("--adapters", Files.createDirectory(folder.resolve("empty")))
                .requireRefusal(1, "holds no adapter");
        compare("--references", folder.resolve("empty"))
                .requireRefusal(1, "holds no pictures: name a folder that does.");
        compare("--quality-weights", "1,1")
                .requireRefusal(1, "--quality-weights takes three numbers");
        compare("--samplers", "eulr").requireRefusal(2, "'eulr' is none of");
        compare("--size", "60x64").requireRefusal(1, "The width is 60");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderOfAnotherComparisonIsLeftAlone() {
        assertThat(compare("--seeds", "1").exit()).isZero();
        compare("--seeds", "2")
                .requireFailure(1, "holds another comparison, with other strengths, seeds");
    }
}
