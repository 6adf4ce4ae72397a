package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.service.starter.build.TinyRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Building the starter model, from the command line. */
class BuildStarterCommandTest {

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

    private CommandLineRun build(Path recipe, Object... others) {
        Object[] arguments = new Object[6 + others.length];
        System.arraycopy(
                new Object[] {
                    "models", "build-starter", "--recipe", recipe, "--out", folder.resolve("out")
                },
                0,
                arguments,
                0,
                6);
        System.arraycopy(others, 0, arguments, 6, others.length);
        return studio.run(arguments);
    }

    @Test
    void tellsOfEachStageThatIsDone() throws IOException {
        Path recipe = new TinyRecipe().write(folder);
        CommandLineRun run = build(recipe, "--steps", 2, "--json");
        assertThat(run.exit()).as("%s", run).isZero();
        JsonNode built = run.event("built");
        assertThat(built.path("stage").stringValue()).isEqualTo("vae");
        assertThat(built.path("steps").longValue()).isEqualTo(2);
        assertThat(built.path("figures").path("psnr").isNumber()).isTrue();
        assertThat(Path.of(built.path("summary").stringValue())).exists();
        assertThat(Files.readAllLines(folder.resolve("out/log-vae.jsonl"))).hasSize(2);
        CommandLineRun again = build(recipe, "--steps", 2);
        again.requireRefusal(FAILED, "holds a build of the stage vae already", "--resume");
    }

    @Test
    void buildsOnlyTheStagesThatWereNamed() throws IOException {
        TinyRecipe tiny = new TinyRecipe();
        tiny.addSecond();
        Path recipe = tiny.write(folder);
        CommandLineRun run = build(recipe, "--steps", 1, "--stage", "vae");
        assertThat(run.exit()).as("%s", run).isZero();
        assertThat(folder.resolve("out/summary-vae.json")).exists();
        assertThat(folder.resolve("out/summary-vae-2.json")).doesNotExist();
        build(recipe, "--stage", "unet")
                .requireRefusal(FAILED, "There is no stage 'unet'", "vae, vae-2");
    }

    @Test
    void refusesWhatCannotBeDone() {
        studio.run("models").requireRefusal(USAGE, "What to do with the models is missing.");
        build(folder.resolve("none.json")).requireRefusal(FAILED, "none.json", "no such file");
        build(folder.resolve("none.json"), "--steps", 0)
                .requireRefusal(FAILED, "--steps is 0, but a stage takes 1 or more.");
    }
}
