package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.app.CommandLineRun.Studio;
import atelier.engine.lora.AdapterFile;
import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training from the command line, over the real services, on the tiny random model. */
class TrainCommandTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;
    private Path data;
    private Path run;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @BeforeEach
    void draw() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        run = folder.resolve("run");
        DrawnPictures.into(data);
    }

    private Object[] train(Object... more) {
        List<Object> usual =
                List.of("--model", MODEL, "--data", data, "--trigger", "mia", "--out", run);
        return CommandLineRun.command("train", usual, more);
    }

    /** Two quick steps. */
    private CommandLineRun trained(String... more) {
        Object[] sets = {
            "--set",
            "steps=2",
            "--set",
            "resolution=64",
            "--set",
            "rank=2",
            "--set",
            "previewSteps=1"
        };
        return studio.run(train(Stream.concat(Stream.of(sets), Stream.of(more)).toArray()));
    }

    /** Everything in the run's folder but what is cached. */
    private List<String> files() throws IOException {
        if (Files.notExists(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> run.relativize(file).toString())
                    .filter(file -> !file.startsWith("cache"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theAdapterIsNamedAndWorksInGenerate() throws IOException {
        CommandLineRun trained = trained("--preview-prompt", "mia", "--preview-prompt", "a tree");
        assertThat(trained.exit()).as("%s", trained).isZero();
        assertThat(trained.err())
                .as("nothing but progress")
                .allMatch(line -> line.contains(" of "));
        Path adapter = run.resolve("mia.safetensors");
        assertThat(trained.out()).first().isEqualTo("Forecast for 10 pictures");
        assertThat(trained.out().get(trained.out().size() - 2)).isEqualTo(adapter.toString());
        assertThat(trained.out().getLast())
                .matches(
                        "trained on 10 pictures, loss \\d\\.\\d{4} at the start and \\d\\.\\d{4} at the end");
        assertThat(files())
                .containsExactly(
                        "baseline.json",
                        "checkpoints/step-000001.safetensors",
                        "checkpoints/step-000002.safetensors",
                        "curves.png",
                        "events.out.tfevents.000001.atelier",
                        "metrics.jsonl",
                        "mia.safetensors",
                        "plan.json",
                        "previews/step-000000-0.png",
                        "previews/step-000000-1.png",
                        "previews/step-000001-0.png",
                        "previews/step-000001-1.png",
                        "previews/step-000002-0.png",
                        "previews/step-000002-1.png",
                        "run.html",
                        "run.json",
                        "state/step-000001.safetensors",
                        "state/step-000002.safetensors");
        assertThat(AdapterFile.open(adapter).info().triggerPhrase()).isEqualTo("mia");
        CommandLineRun image =
                studio.run(
                        "generate",
                        "--model",
                        MODEL,
                        "--adapter",
                        adapter,
                        "--prompt",
                        "mia",
                        "--size",
                        "64x64",
                        "--steps",
                        1,
                        "--out",
                        folder);
        assertThat(image.exit()).as("%s", image).isZero();
    }

    @Test
    void programsHearOfEachStageAndOfTheResult() throws IOException {
        Files.writeString(data.resolve("notes.md"), "no picture");
        CommandLineRun trained = trained("--json");
        assertThat(trained.exit()).as("%s", trained).isZero();
        assertThat(trained.events())
                .filteredOn(event -> event.path("event").stringValue().equals("progress"))
                .extracting(event -> event.path("stage").stringValue())
                .containsSubsequence("Reading pictures", "Caching latents and texts", "Training");
        assertThat(trained.events())
                .filteredOn(event -> event.path("stage").asString("").equals("Training"))
                .last()
                .satisfies(event -> {
                    assertThat(event.path("done").intValue()).isEqualTo(2);
                    assertThat(event.path("detail").stringValue()).startsWith("loss ");
                });
        JsonNode result = trained.event("trained");
        assertThat(result.path("adapter").stringValue())
                .isEqualTo(run.resolve("mia.safetensors").toString());
        assertThat(result.path("pictures").intValue()).isEqualTo(10);
        assertThat(result.path("firstLoss").doubleValue()).isPositive();
        assertThat(result.path("lastLoss").doubleValue()).isPositive();
        assertThat(trained.events()).last().hasToString("{\"event\":\"done\"}");
    }

    @Test
    void aForecastIsShownAndNothingIsTrained() throws IOException {
        CommandLineRun told = studio.run(train("--forecast", "--set", "steps=7"));
        assertThat(told.exit()).as("%s", told).isZero();
        assertThat(told.out())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).matches(" +steps +7"))
                .anySatisfy(line ->
                        assertThat(line)
                                .matches(
                                        " +time +.* a step: .* TFLOP at .* of calls; caching .*previews .*"))
                .anySatisfy(line -> assertThat(line).matches(" +memory +.* of .*: program .*"))
                .anySatisfy(
                        line -> assertThat(line).matches(" +adapter +.* [kM]B: \\d+ layers, .*"))
                .anySatisfy(line -> assertThat(line).matches(" +disk +.* free: cached .*"));
        assertThat(run).doesNotExist();
        JsonNode event =
                studio.run(train("--forecast", "--json", "--set", "steps=7")).event("forecast");
        assertThat(event.path("steps").intValue()).isEqualTo(7);
        double parts = 0;
        for (JsonNode part : event.path("parts")) {
            parts += part.path("seconds").doubleValue();
        }
        assertThat(parts).isPositive();
        assertThat(event.path("seconds").doubleValue())
                .isCloseTo(7 * event.path("secondsPerStep").doubleValue() + parts, within(1e-9));
        assertThat(event.path("adapter").path("bytes").longValue()).isPositive();
        assertThat(event.path("memory").path("parts").path(0).path("what").stringValue())
                .isEqualTo("program");
        assertThat(event.path("memory").path("available").longValue()).isPositive();
        assertThat(event.path("disk").path("available").longValue()).isPositive();
        assertThat(event.path("obstacles").isEmpty()).isTrue();
    }

    @Test
    void aForecastNeedsNoFolderAndLeavesNone() throws IOException {
        List<Object> line = List.of("train", "--forecast", "--model", MODEL, "--trigger", "mia");
        studio.run(line.toArray()).requireRefusal(USAGE, "Missing for a new run: --data");
        CommandLineRun told =
                studio.run(Stream.concat(line.stream(), Stream.of("--data", data)).toArray());
        assertThat(told.out()).first().isEqualTo("Forecast for 10 pictures");
        try (Stream<Path> files = Files.walk(studio.workspace())) {
            assertThat(files).noneMatch(file -> file.toString().contains("mia"));
        }
    }

    /** 2560 pictures of 4096² at once need terabytes. */
    @Test
    void whatDoesNotFitIsRefusedUnlessItIsWantedAnyway() throws IOException {
        Path inner = Files.createDirectory(data.resolve("256_mia"));
        try (Stream<Path> pictures = Files.list(data)) {
            for (Path file : pictures.filter(Files::isRegularFile).toList()) {
                Files.move(file, inner.resolve(file.getFileName()));
            }
        }
        String[] huge = {
            "--set", "resolution=4096", "--set", "batchSize=256", "--set", "checkpointing=off"
        };
        studio.run(train(Stream.concat(Stream.of(huge), Stream.of("--forecast")).toArray()))
                .requireFailure(FAILED, "of memory (", "checkpointing=on", "--anyway");
        studio.run(train((Object[]) huge)).requireFailure(FAILED, "of memory (", "--anyway");
        assertThat(files()).isEmpty();
        CommandLineRun anyway =
                studio.run(
                        train(
                                Stream.concat(Stream.of(huge), Stream.of("--forecast", "--anyway"))
                                        .toArray()));
        assertThat(anyway.exit()).as("%s", anyway).isZero();
    }

    @Test
    void theChosenPresetIsInThePlan() throws IOException {
        assertThat(trained("--subject", "Portrait", "--speed", "rapid").exit()).isZero();
        JsonNode settings =
                new JsonMapper()
                        .readTree(Files.readString(run.resolve("plan.json")))
                        .path("settings");
        assertThat(settings.path("subject").stringValue()).isEqualTo("portrait");
        assertThat(settings.path("speed").stringValue()).isEqualTo("rapid");
        assertThat(settings.path("maskedLoss").stringValue()).isEqualTo("normalized");
        assertThat(settings.path("learningRate").doubleValue()).isEqualTo(2e-4);
    }

    @Test
    void aPresetThatIsChosenTwiceMustBeTheSame() throws IOException {
        studio.run(train("--subject", "style", "--set", "subject=product"))
                .requireRefusal(USAGE, "The subject is set to both product and style");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsMissingFromTheCommandLineIsNamed() throws IOException {
        for (String option : List.of("--model", "--data", "--trigger", "--out")) {
            List<Object> rest = new ArrayList<>(Arrays.asList(train()));
            int at = rest.indexOf(option);
            rest.subList(at, at + 2).clear();
            studio.run(rest.toArray()).requireRefusal(USAGE, option, "atelier train --help");
        }
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|There is no setting 'pace'; choose among adapterFormat, alpha,|--set|pace=7",
                "1|The setting steps is 'many'|--set|steps=many",
                "1|The setting steps is '-1'|--set|steps=-1",
                "1|The setting steps is ''|--set|steps=",
                "1|The setting learningRate is '1e999'|--set|learningRate=1e999",
                "1|The setting resolution is '63'|--set|resolution=63",
                "1|choose one of attn|--set|targets=none",
                "2|--set|--set|steps",
                "2|--set|--set|''",
                "1|none does not exist|--data|none",
                "1|none|--model|none",
                "1|trigger is empty|--trigger|' '",
                "2|auto, cpu, cuda, mps|--device|tpu",
                "2|portrait, character, style, product, general|--subject|cat",
                "2|rapid, balanced, quality|--speed|7",
                "2|--steps|--steps|7"
            })
    void aSettingThatCannotBeIsNamed(int exit, String says, String option, String value)
            throws IOException {
        studio.run(train(option, value)).requireRefusal(exit, says);
        assertThat(files()).isEmpty();
    }

    @Test
    void fewerThanTenPicturesAreTooFew() throws IOException {
        Files.writeString(DrawnPictures.file(data, 3), "no picture");
        studio.run(train())
                .requireRefusal(
                        FAILED,
                        data + " holds 9 pictures that can be read",
                        DrawnPictures.file(data, 3).toString(),
                        "at least 10: add more");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderOfPicturesThatIsAFileIsNamed() throws IOException {
        studio.run(train("--data", DrawnPictures.file(data, 0)))
                .requireRefusal(FAILED, "is a file, but a folder of pictures");
        assertThat(files()).isEmpty();
    }

    @Test
    void aRunIsNeverWrittenOver() throws IOException {
        trained();
        byte[] adapter = Files.readAllBytes(run.resolve("mia.safetensors"));
        List<String> before = files();
        studio.run(train()).requireRefusal(FAILED, run + " is not empty, it holds ");
        assertThat(Files.readAllBytes(run.resolve("mia.safetensors"))).isEqualTo(adapter);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aRunThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        studio.run(train("--out", file)).requireRefusal(FAILED, file + " is a file");
        studio.run(train("--out", file.resolve("run"))).requireRefusal(FAILED, file.toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFailureIsAnEventForPrograms() {
        CommandLineRun failed = studio.run(train("--set", "pace=7", "--json"));
        assertThat(failed.exit()).isEqualTo(FAILED);
        assertThat(failed.event("failed").path("message").stringValue())
                .isEqualTo(failed.err().getFirst());
    }
}
