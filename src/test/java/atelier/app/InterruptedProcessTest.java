package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a real process that is stopped, or whose disk fills up. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes cannot be sent Ctrl-C one by one")
class InterruptedProcessTest {

    private static final int INTERRUPTED = 130;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private Object[] generate(Path out, Object... more) {
        return CommandLineRun.command(
                "generate",
                List.of(
                        "--model",
                        Reference.root().resolve("tiny-sdxl").toAbsolutePath(),
                        "--prompt",
                        "cat",
                        "--size",
                        "64x64",
                        "--steps",
                        20,
                        "--seed",
                        7,
                        "--count",
                        500,
                        "--out",
                        out),
                more);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void ctrlCKeepsFinishedImagesAndLeavesNothingHalfWritten() throws Exception {
        Path out = folder.resolve("out");
        AtelierProcess process = new AtelierProcess(folder, List.of(), Main.class, generate(out));
        process.awaitLine(line -> line.endsWith(".png"));
        process.interrupt();
        assertThat(process.exit(SOON)).isEqualTo(INTERRUPTED);
        assertThat(process.err()).last().asString().startsWith("Stopped on request");
        assertThat(files(out))
                .isNotEmpty()
                .hasSizeLessThan(500)
                .isEqualTo(process.out().stream().sorted().toList());
        for (String image : process.out()) {
            assertThat(ImageIO.read(Path.of(image).toFile()).getWidth()).isEqualTo(64);
        }
    }

    @Test
    void ctrlCInTheMiddleOfTrainingKeepsWhatWasTrained() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Path run = folder.resolve("run");
        AtelierProcess process =
                new AtelierProcess(
                        folder,
                        List.of(),
                        Main.class,
                        "train",
                        "--model",
                        Reference.root().resolve("tiny-sdxl").toAbsolutePath(),
                        "--data",
                        data,
                        "--trigger",
                        "mia",
                        "--set",
                        "steps=100000",
                        "--set",
                        "resolution=64",
                        "--set",
                        "previewEvery=0",
                        "--set",
                        "probeEvery=0",
                        "--out",
                        run,
                        "--json");
        process.awaitLine(line -> line.contains("\"Training\"") && line.contains("loss"));
        process.interrupt();
        assertThat(process.exit(SOON)).isEqualTo(INTERRUPTED);
        assertThat(process.err())
                .last()
                .asString()
                .startsWith("Stopped on request after step")
                .contains("--resume " + run);
        assertThat(process.out()).anyMatch(line -> line.contains("\"paused\""));
        int steps = Files.readAllLines(run.resolve("metrics.jsonl")).size();
        assertThat(files(run))
                .filteredOn(file -> !file.contains("cache"))
                .containsExactly(
                        run.resolve("checkpoints/step-%06d.safetensors".formatted(steps))
                                .toString(),
                        run.resolve("curves.png").toString(),
                        run.resolve("events.out.tfevents.000001.atelier").toString(),
                        run.resolve("metrics.jsonl").toString(),
                        run.resolve("plan.json").toString(),
                        run.resolve("run.html").toString(),
                        run.resolve("run.json").toString(),
                        run.resolve("state/step-%06d.safetensors".formatted(steps)).toString());
        assertThat(files(run)).noneMatch(file -> file.endsWith(".partial"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a leftover waits for a week")
    void whatAKilledProcessWasWritingIsGoneAfterTheNextWrite() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        AtelierProcess killed =
                new AtelierProcess(
                        folder, List.of(), HangingWriteMain.class, out.resolve("a.safetensors"));
        killed.awaitLine(line -> line.equals("writing"));
        AtomicFiles.replace(out.resolve("while-it-lives"), content -> content.write(1));
        assertThat(files(out)).hasSize(2).anyMatch(file -> file.endsWith(".partial"));
        killed.kill();
        assertThat(files(out)).anyMatch(file -> file.endsWith(".partial"));
        AtomicFiles.create(out, "image", "png", content -> content.write(1));
        assertThat(files(out))
                .containsExactly(
                        out.resolve("image-00001.png").toString(),
                        out.resolve("while-it-lives").toString());
    }

    @Test
    void aSecondCtrlCEndsWorkThatDoesNotStop() throws Exception {
        AtelierProcess process = new AtelierProcess(folder, List.of(), StubbornMain.class, "work");
        process.awaitLine(line -> line.equals("working"));
        process.interrupt();
        process.awaitLine(line -> line.contains("Ctrl-C again stops at once"));
        process.interrupt();
        assertThat(process.exit(SOON)).isEqualTo(INTERRUPTED);
    }

    @Test
    void aDiskThatFillsUpIsNamedAndKeepsTheImagesThatFitted() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        // A disk of its own in a mount namespace of its own, listed before both vanish.
        List<String> inSmallDisk =
                List.of(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=64k tmpfs \"$0\" || exit 99; \"$@\"; code=$?; ls -A \"$0\" >&2; exit $code",
                        disk.toString());
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare")),
                "only Linux mounts a disk for a process");
        AtelierProcess process =
                new AtelierProcess(folder, inSmallDisk, Main.class, generate(disk));
        int exit = process.exit(Duration.ofSeconds(120));
        Assumptions.assumeTrue(exit != 99, "this machine lets nobody mount a disk");
        assertThat(exit).isEqualTo(1);
        List<String> images =
                process.out().stream()
                        .map(file -> Path.of(file).getFileName().toString())
                        .sorted()
                        .toList();
        List<String> told =
                process.err().stream().filter(line -> !CommandLineRun.isProgress(line)).toList();
        assertThat(images).isNotEmpty();
        assertThat(told).first().asString().contains("the disk is full");
        assertThat(told.subList(1, told.size())).isEqualTo(images);
    }
}
