package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands over the real services, on the tiny random model. */
class CommandLineTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final Path SINGLE = Reference.root().resolve("tiny-sdxl-ldm.safetensors");
    private static final Path ADAPTER = Reference.root().resolve("lora/kohya_ldm.safetensors");

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

    private static CommandLineRun done(Object... arguments) {
        CommandLineRun run = studio.run(arguments);
        assertThat(run.exit()).as("%s", run).isZero();
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static CommandLineRun generate(Path out, Object... more) {
        List<Object> usual =
                List.of(
                        "--model",
                        MODEL,
                        "--prompt",
                        "a cat",
                        "--size",
                        "64x64",
                        "--steps",
                        3,
                        "--seed",
                        7,
                        "--out",
                        out);
        return done(CommandLineRun.command("generate", usual, more));
    }

    private static int[] pixels(String file) throws IOException {
        return ImageIO.read(Path.of(file).toFile()).getRGB(0, 0, 64, 64, null, 0, 64);
    }

    @Test
    void generatePrintsThePathOfEachImageAndNothingElse() throws IOException {
        CommandLineRun run = generate(folder, "--count", 2);
        assertThat(run.out())
                .hasSize(2)
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
        assertThat(pixels(run.out().get(1)))
                .isEqualTo(pixels(generate(folder, "--seed", 8).out().getFirst()));
    }

    @Test
    void generateTellsProgramsOfProgressAndImages() {
        CommandLineRun run = generate(folder, "--count", 2, "--json");
        assertThat(run.events())
                .filteredOn(event -> event.path("event").stringValue().equals("image"))
                .extracting(event -> event.path("seed").longValue())
                .containsExactly(7L, 8L);
        JsonNode step =
                run.events().stream()
                        .filter(event -> event.path("stage").asString("").startsWith("Sampling"))
                        .filter(event -> event.path("done").intValue() == 3)
                        .findFirst()
                        .orElseThrow();
        assertThat(step.path("total").intValue()).isEqualTo(3);
        assertThat(step.path("perSecond").doubleValue()).isPositive();
        assertThat(run.events().getLast().path("event").stringValue()).isEqualTo("done");
    }

    @Test
    void everySettingOfGenerateChangesTheImage() throws IOException {
        int[] plain = pixels(generate(folder).out().getFirst());
        Path picture = Path.of(generate(folder, "--seed", 3).out().getFirst());
        List<List<Object>> settings =
                List.of(
                        List.of("--adapter", ADAPTER),
                        List.of("--negative", ""),
                        List.of("--sampler", "dpmpp-2m"),
                        List.of("--schedule", "karras"),
                        List.of("--guidance", 2),
                        List.of("--guidance-rescale", 0.7),
                        List.of("--sampler", "ddim", "--eta", 1),
                        List.of("--clip-skip", 1),
                        List.of("--prediction", "v"),
                        List.of("--zero-terminal-snr"),
                        List.of("--init", picture, "--strength", 0.5),
                        List.of("--init", picture, "--mask", picture));
        for (List<Object> setting : settings) {
            assertThat(pixels(generate(folder, setting.toArray()).out().getFirst()))
                    .as("%s", setting)
                    .isNotEqualTo(plain);
        }
        for (List<Object> same :
                List.of(
                        List.<Object>of("--adapter", ADAPTER + ":0"),
                        List.<Object>of("--no-zero-terminal-snr", "--prediction", "epsilon"),
                        List.<Object>of("--vae", MODEL, "--config", MODEL, "--device", "cpu"))) {
            assertThat(pixels(generate(folder, same.toArray()).out().getFirst()))
                    .as("%s", same)
                    .isEqualTo(plain);
        }
    }

    @Test
    void anAbsentNegativePromptIsNotAnEmptyOneAndWeightsWorkInBothModes() throws IOException {
        int[] tokens = pixels(generate(folder, "--prompt", "a (cat:1.4)").out().getFirst());
        int[] chunk =
                pixels(
                        generate(folder, "--prompt", "a (cat:1.4)", "--emphasis", "original")
                                .out()
                                .getFirst());
        assertThat(tokens).isNotEqualTo(chunk);
    }

    @Test
    void imagesGoToTheDaysFolderOfTheWorkspaceUnlessAnotherIsNamed() {
        CommandLineRun run =
                done(
                        "generate",
                        "--model",
                        MODEL,
                        "--prompt",
                        "cat",
                        "--size",
                        "64x64",
                        "--steps",
                        1,
                        "--workspace",
                        folder);
        assertThat(Path.of(run.out().getFirst())).startsWith(folder.resolve("images"));
    }

    @Test
    void inspectShowsAModelsSizesAndPrediction() {
        CommandLineRun run = done("inspect", MODEL);
        assertThat(String.join("\n", run.out()))
                .contains(
                        "an SDXL model",
                        "diffusers folder",
                        "UNet",
                        "epsilon",
                        "scheduler_config.json");
        JsonNode model =
                done("inspect", MODEL, "--prediction", "v", "--json")
                        .event("inspected")
                        .path("model");
        assertThat(model.path("prediction").path("type").stringValue()).isEqualTo("V_PREDICTION");
        assertThat(model.path("networks")).hasSize(4);
    }

    @Test
    void inspectShowsAnAdaptersRankAndItsHashesOnceTheyAreComputed() throws IOException {
        Path file = Files.copy(ADAPTER, folder.resolve("a.safetensors"));
        assertThat(String.join("\n", done("inspect", file).out()))
                .contains("kohya", "rank 4", "--hash");
        JsonNode hashed = done("inspect", file, "--hash", "--json").event("inspected");
        String sha256 = hashed.path("hashes").path("sha256").stringValue();
        assertThat(sha256)
                .hasSize(64)
                .startsWith(hashed.path("hashes").path("autoV2").stringValue());
        assertThat(hashed.path("hashes").path("dataSha256").stringValue()).hasSize(64);
        assertThat(String.join("\n", done("inspect", file).out())).contains(sha256);
    }

    @Test
    void inspectSaysOfAFolderNothingAboutHashes() {
        assertThat(String.join("\n", done("inspect", MODEL, "--hash").out()))
                .doesNotContain("SHA-256");
    }

    @Test
    void convertWritesTheLayoutThatTheNameAsksForAndTheModelStillWorks() {
        Path file = folder.resolve("half.safetensors");
        JsonNode converted =
                done("convert", MODEL, file, "--type", "bf16", "--json").event("converted");
        assertThat(converted.path("overflowed").longValue()).isZero();
        assertThat(String.join("\n", done("inspect", file).out())).contains("single file", "BF16");
        done("import-tokenizer", MODEL);
        Path again = folder.resolve("again");
        assertThat(done("convert", file, again, "--type", "fp32").out()).hasSize(1);
        done(
                "generate",
                "--model",
                again,
                "--prompt",
                "cat",
                "--size",
                "64x64",
                "--steps",
                1,
                "--out",
                folder);
    }

    @Test
    void aSingleFileNeedsTheTokenizerThatImportTokenizerBrings() {
        Path workspace = folder.resolve("own");
        Object[] generate = {
            "generate",
            "--model",
            SINGLE,
            "--config",
            MODEL,
            "--prompt",
            "cat",
            "--size",
            "64x64",
            "--steps",
            1,
            "--workspace",
            workspace
        };
        CommandLineRun refused = studio.run(generate);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).singleElement().asString().contains("atelier import-tokenizer");
        assertThat(done("import-tokenizer", MODEL, "--workspace", workspace).out())
                .containsExactly(
                        "Imported 764 tokens into %s."
                                .formatted(workspace.resolve("tokenizers/clip")));
        assertThat(done(generate).out()).hasSize(1);
    }

    @Test
    void benchGenerateMeasuresEveryPhase() {
        CommandLineRun run =
                done(
                        "bench",
                        "generate",
                        "--model",
                        MODEL,
                        "--size",
                        "64x64",
                        "--steps",
                        2,
                        "--images",
                        2,
                        "--json");
        JsonNode speed = run.event("speed");
        for (String phase : List.of("load", "text", "step", "decode", "image")) {
            assertThat(speed.path(phase).doubleValue()).as(phase).isPositive();
        }
        assertThat(speed.path("image").doubleValue())
                .isGreaterThan(
                        speed.path("text").doubleValue() + speed.path("decode").doubleValue());
        assertThat(speed.path("device").stringValue()).isEqualTo("CPU");
    }

    @Test
    void aFailureIsAnEventForPrograms() {
        CommandLineRun run = studio.run("inspect", folder.resolve("none.safetensors"), "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.event("failed").path("message").stringValue())
                .isEqualTo(run.err().getFirst());
    }
}
