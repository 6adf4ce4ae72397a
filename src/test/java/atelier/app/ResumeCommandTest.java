package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.cli.TrainCommand;
import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Going on with a run from the command line, over the real services. */
class ResumeCommandTest {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** What can be given with --resume, or asks for something else than a run. */
    private static final Set<String> OTHERS =
            Set.of(
                    "--resume",
                    "--device",
                    "--json",
                    "--verbose",
                    "--workspace",
                    "--list-presets",
                    "--list-settings");

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");

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

    /** A run that was finished; where its end is taken away, it can be gone on with. */
    private Path finished() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Path run = folder.resolve("run");
        CommandLineRun trained =
                studio.run(
                        "train",
                        "--model",
                        MODEL,
                        "--data",
                        data,
                        "--trigger",
                        "mia",
                        "--set",
                        "steps=2",
                        "--set",
                        "checkpointEvery=1",
                        "--set",
                        "resolution=64",
                        "--set",
                        "previewEvery=0",
                        "--set",
                        "probeEvery=0",
                        "--out",
                        run);
        assertThat(trained.exit()).as("%s", trained).isZero();
        return run;
    }

    @Test
    void aRunGoesOnWhereItIsToldAndSaysFromWhichStep() throws IOException {
        Path run = finished();
        Path adapter = run.resolve("mia.safetensors");
        byte[] whole = Files.readAllBytes(adapter);
        studio.run("train", "--resume", run)
                .requireRefusal(
                        FAILED,
                        "The run in " + run + " is finished, its adapter is mia.safetensors",
                        "nothing to go on with");
        assertThat(adapter).hasBinaryContent(whole);
        Files.delete(adapter);
        Files.delete(run.resolve("state/step-000002.safetensors"));
        CommandLineRun resumed =
                studio.run("train", "--resume", run, "--device", "cpu", "--verbose");
        assertThat(resumed.exit()).as("%s", resumed).isZero();
        assertThat(resumed.err()).contains("The run goes on after step 1.");
        assertThat(resumed.out()).contains(adapter.toString());
        assertThat(adapter).hasBinaryContent(whole);
    }

    /** Its learning rate rises beyond all bounds after two steps that go well. */
    @Test
    void aRunThatDivergesFailsInOneSentenceAndItsCheckpointsGenerate() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Path run = folder.resolve("run");
        List<Object> line =
                new ArrayList<>(
                        List.of("train", "--model", MODEL, "--data", data, "--trigger", "mia"));
        for (String set :
                List.of(
                        "steps=9",
                        "checkpointEvery=1",
                        "resolution=64",
                        "previewEvery=0",
                        "probeEvery=0",
                        "precision=fp32",
                        "optimizer=sgd",
                        "learningRate=100",
                        "warmUpSteps=9",
                        "maxGradientNorm=0",
                        "rank=1",
                        "alpha=60000")) {
            line.addAll(List.of("--set", set));
        }
        line.addAll(List.of("--out", run));
        String[] says = {
            "no longer finite: lower learningRate or alpha",
            "The checkpoint and the state of step 2 are kept",
            "atelier train --resume " + run
        };
        studio.run(line.toArray()).requireFailure(FAILED, says);
        CommandLineRun resumed = studio.run("train", "--resume", run);
        assertThat(resumed.exit()).isEqualTo(FAILED);
        assertThat(resumed.err().getLast()).contains(says);
        CommandLineRun image =
                studio.run(
                        "generate",
                        "--model",
                        MODEL,
                        "--adapter",
                        run.resolve("checkpoints/step-000001.safetensors"),
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

    /** Each option that the command has, so that a new one is thought of. */
    @Test
    void whatWouldChangeThePlanIsRefused() {
        List<String> refused = new ArrayList<>();
        CommandLine train = new CommandLine(new TrainCommand(workspace -> null));
        for (OptionSpec option : train.getCommandSpec().options()) {
            if (!OTHERS.contains(option.longestName())) {
                List<Object> line = new ArrayList<>(List.of("train", "--resume", folder));
                line.add(option.longestName());
                if (option.arity().max() > 0) {
                    line.add(value(option));
                }
                studio.run(line.toArray())
                        .requireRefusal(
                                USAGE,
                                "A run goes on by its own plan: leave "
                                        + option.longestName()
                                        + " out, or start a new run without --resume");
                refused.add(option.longestName());
            }
        }
        assertThat(refused)
                .contains(
                        "--model",
                        "--vae",
                        "--prediction",
                        "--data",
                        "--trigger",
                        "--subject",
                        "--speed",
                        "--set",
                        "--preview-prompt",
                        "--out",
                        "--forecast",
                        "--anyway",
                        "--allow-few",
                        "--background");
        assertThat(folder).isEmptyDirectory();
    }

    /** Something that the option takes. */
    private static String value(OptionSpec option) {
        return switch (option.longestName()) {
            case "--set" -> "steps=7";
            case "--background" -> "#ff0000";
            default ->
                    option.completionCandidates() == null
                            ? "other"
                            : option.completionCandidates().iterator().next();
        };
    }
}
