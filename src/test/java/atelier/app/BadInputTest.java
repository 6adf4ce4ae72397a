package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.engine.weights.HostileFiles;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What users come by and mistype: each ends with the right exit code and one line on the standard
 * error, and leaves nothing behind.
 */
class BadInputTest {

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

    private static void refused(int exit, String says, Object... arguments) {
        studio.run(arguments).requireRefusal(exit, says);
    }

    private void leftNothing() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Object[] generate(Object... more) {
        List<Object> usual =
                List.of(
                        "--model",
                        MODEL,
                        "--prompt",
                        "cat",
                        "--size",
                        "64x64",
                        "--steps",
                        1,
                        "--out",
                        out());
        return CommandLineRun.command("generate", usual, more);
    }

    private Path out() {
        try {
            return Files.createDirectories(folder.resolve("out"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> hostileWeightFilesAreRefusedAsModelAsAdapterAsVaeAndToInspectAndConvert() {
        return HostileFiles.all()
                .map(hostile ->
                        DynamicTest.dynamicTest(
                                hostile.name(),
                                () -> {
                                    Path file = folder.resolve("hostile.safetensors");
                                    Files.write(file, hostile.bytes());
                                    refused(FAILED, hostile.says(), generate("--model", file));
                                    refused(
                                            FAILED,
                                            hostile.says(),
                                            generate("--adapter", file + ":0.8"));
                                    refused(FAILED, hostile.says(), generate("--vae", file));
                                    refused(FAILED, hostile.says(), "inspect", file);
                                    refused(
                                            FAILED,
                                            hostile.says(),
                                            "convert",
                                            file,
                                            out().resolve("x"));
                                    leftNothing();
                                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|divisible by 8|--size|65x64",
                "1|0, but it must|--size|0x64",
                "1|at most 8192|--size|99999x64",
                "2|1024x1024|--size|big",
                "2|dpmpp-2m|--sampler|eulerr",
                "2|karras|--schedule|carras",
                "2|option '--steps': 'many' is no whole number|--steps|many",
                "2|option '--count': '1.5' is no whole number|--count|1.5",
                "2|option '--count': '99999999999' is too large|--count|99999999999",
                "2|option '--seed': '1e30' is no whole number|--seed|1e30",
                "2|option '--seed': '99999999999999999999' is too large|--seed|99999999999999999999",
                "2|option '--guidance': 'five' is no number|--guidance|five",
                "2|option '--strength': '' is no number|--strength|''",
                "1|steps|--steps|0",
                "1|steps|--steps|1001",
                "1|images|--count|0",
                "1|guidance|--guidance|NaN",
                "1|eta|--eta|2",
                "1|lip skip|--clip-skip|-1",
                "1|skip|--clip-skip|99",
                "2|auto, cpu, cuda, mps|--device|tpu",
                "2|epsilon, v|--prediction|x0",
                "2|--seed|--seed|0x7",
                "2|--init|--mask|mask.png",
                "1|none.png|--init|none.png",
                "1|none.safetensors|--adapter|none.safetensors:0.5",
                "1|none.safetensors|--vae|none.safetensors",
                "1|none.json|--config|none.json",
                "2|--wrong|--wrong|x",
                "2|empty|--model|''"
            })
    void aSettingThatCannotBeIsNamed(int exit, String says, String option, String value)
            throws IOException {
        refused(exit, says, generate(option, value));
        leftNothing();
    }

    @Test
    void anOptionThatIsMissingIsNamed() {
        refused(USAGE, "--prompt", "generate", "--model", MODEL);
        refused(USAGE, "--model", "generate", "--prompt", "cat");
        refused(USAGE, "TO", "convert", MODEL);
        refused(USAGE, "bench --help", "bench");
    }

    @Test
    void aDeviceThatIsNotThereIsNamedWithWhatIsMissing() throws IOException {
        try (Studio fresh = Studio.in(folder)) {
            CommandLineRun run = fresh.run(generate("--device", "cuda"));
            assertThat(run.exit()).isEqualTo(FAILED);
            assertThat(run.err()).singleElement().asString().contains("cuda", "--device cpu");
        }
        leftNothing();
    }

    @Test
    void whatCannotBeMeasuredIsNamed() {
        refused(FAILED, "divisible by 8", "bench", "generate", "--model", MODEL, "--size", "65x64");
        refused(FAILED, "0 images", "bench", "generate", "--model", MODEL, "--images", 0);
        refused(FAILED, "65x64", "bench", "full-size", "--size", "512x512,65x64");
        refused(USAGE, "is no size", "bench", "full-size", "--size", "large");
        refused(FAILED, "0 calls", "bench", "full-size", "--calls", 0);
        refused(FAILED, "0 faces", "bench", "faces", "--faces", 0);
        refused(FAILED, "There is no network", "bench", "faces", "--network", "none.onnx");
        refused(FAILED, "The rank 0", "bench", "train", "--full-size", "--rank", 0);
        refused(USAGE, "--full-size", "bench", "train");
        refused(USAGE, "--full-size", "bench", "train", "--full-size", "--model", MODEL);
    }

    @Test
    void strengthMustBeAboveNothingAndAtMostOne() throws IOException {
        Path picture = Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
        refused(FAILED, "trength", generate("--init", picture, "--strength", 1.5));
        refused(FAILED, "a.png", generate("--init", picture, "--strength", 0.5));
        leftNothing();
    }

    @Test
    void weightsInThePromptThatAreFarTooLargeAreNamed() throws IOException {
        refused(FAILED, "weight", generate("--prompt", "(cat:" + "9".repeat(38) + ")"));
        refused(FAILED, "5000 brackets", generate("--prompt", "(".repeat(20_000)));
        leftNothing();
    }

    @Test
    void aFolderWhoseNameIsTooLongIsNamed() {
        refused(FAILED, "its name is too long", generate("--out", folder.resolve("x".repeat(300))));
    }

    @Test
    void aPromptOfTenThousandWordsIsDrawn() {
        CommandLineRun run = studio.run(generate("--prompt", "a cat in a hat, ".repeat(2000)));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void controlCharactersInPromptsAreDrawnAndNeverShown() {
        CommandLineRun run =
                studio.run(generate("--prompt", "\u001b[2J\u0007a\r\ncat\u0000\u202e \ud800"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).singleElement().asString().doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void controlCharactersInNamesAreShownAsCodes() {
        refused(FAILED, "\\u001b[2J", "inspect", folder.resolve("a\u001b[2J\n.safetensors"));
    }

    @Test
    void aNameThatNoFileCanHaveIsAMistakeOfUse() {
        refused(USAGE, "\\u0000", "inspect", "a\0b");
        refused(USAGE, "\\u0000", generate("--adapter", "a\0b:1"));
    }

    @Test
    void anAdapterOfAnotherModelIsRefused() throws IOException {
        refused(
                FAILED,
                "tensors.safetensors",
                generate("--adapter", Reference.root().resolve("lora/tensors.safetensors")));
        leftNothing();
    }

    @Test
    void aModelIsNoAdapterAndAnAdapterIsNoModel() throws IOException {
        Path adapter = Reference.root().resolve("lora/kohya_ldm.safetensors");
        refused(FAILED, "use this file as an adapter", generate("--model", adapter));
        refused(
                FAILED,
                "not an adapter",
                generate("--adapter", Reference.root().resolve("tiny-sdxl-ldm.safetensors")));
        leftNothing();
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        refused(FAILED, file + " is a file, but a folder", generate("--out", file));
        refused(
                FAILED,
                file + " is a file and not a folder; choose a folder.",
                generate("--out", file.resolve("below")));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        Path locked = locked();
        refused(FAILED, locked.toString(), generate("--out", locked.resolve("below")));
        refused(FAILED, locked.toString(), "convert", MODEL, locked.resolve("x.safetensors"));
        refused(FAILED, locked.toString(), "convert", MODEL, locked.resolve("x"));
        refused(FAILED, locked.toString(), "import-tokenizer", MODEL, "--workspace", locked);
    }

    /**
     * A folder without permission to write, or on Linux one that not even the superuser can write
     * to.
     */
    private Path locked() throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.isDirectory(process)) {
            return process;
        }
        Path folder = Files.createDirectories(this.folder.resolve("locked"));
        Assumptions.assumeTrue(
                folder.toFile().setWritable(false), "this system's folders cannot be locked");
        return folder;
    }

    @Test
    void whatExistsIsNeverConvertedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("x.safetensors"), "mine");
        refused(FAILED, "exists already", "convert", MODEL, file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderWithoutAVocabularyIsNotImported() {
        refused(FAILED, "vocab.json", "import-tokenizer", folder, "--workspace", folder);
        assertThat(folder.resolve("tokenizers/clip/vocab.json")).doesNotExist();
    }

    @Test
    void everyCommandSaysInItsHelpWhatProgramsRead() {
        for (String command :
                List.of(
                        "generate",
                        "inspect",
                        "convert",
                        "import-tokenizer",
                        "bench generate",
                        "bench train",
                        "bench full-size")) {
            assertThat(
                            String.join(
                                    " ",
                                    studio.run((Object[]) (command + " --help").split(" ")).out()))
                    .contains("With --json: {\"event\":");
        }
    }
}
