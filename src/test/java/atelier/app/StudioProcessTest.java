package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in a process of its own. */
class StudioProcessTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir private Path folder;

    private AtelierProcess start(String... more) throws IOException {
        return start(List.of(more), "studio", "--workspace", folder.resolve("workspace"));
    }

    private AtelierProcess start(List<String> flags, Object... arguments) throws IOException {
        return new AtelierProcess(
                folder,
                List.of("env", "JDK_JAVA_OPTIONS=" + String.join(" ", flags)),
                Main.class,
                arguments);
    }

    /** Waits until a skin of its last button is there: it is laid out then. */
    private static void awaitOpen(Path classes) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (Files.notExists(classes) || !Files.readString(classes).contains(".ButtonSkin ")) {
            assertThat(System.nanoTime()).as("the window opens").isLessThan(end);
            Thread.sleep(100);
        }
    }

    @Test
    void itOpensWithoutTheEngineAndEndsByCtrlC() throws Exception {
        Path classes = folder.resolve("classes.txt");
        AtelierProcess process =
                start(
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Xlog:class+load:file=" + classes);
        awaitOpen(classes);
        process.interrupt();
        assertThat(process.exit(LONG)).isEqualTo(130);
        try (Stream<String> loaded = Files.lines(classes)) {
            assertThat(
                            loaded.filter(line ->
                                    line.contains(" ai.djl.") || line.contains(" ai.onnxruntime.")))
                    .isEmpty();
        }
        assertThat(process.err()).noneMatch(line -> line.contains("Exception"));
    }

    /** The build records what this start needs. */
    @Test
    void aRehearsalTellsWhenTheSecondFrameCameGlancesAtEveryPanelAndEnds() throws Exception {
        AtelierProcess process =
                start(
                        List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                        "studio",
                        "--rehearse",
                        "--workspace",
                        folder.resolve("workspace"));
        assertThat(process.exit(LONG)).isZero();
        assertThat(process.out()).singleElement().asString().matches("\\d+");
        assertThat(process.err()).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void whereThereIsNoScreenOneSentenceSaysSo() throws Exception {
        AtelierProcess process = start("-Dprism.order=sw");
        assertThat(process.exit(LONG)).isEqualTo(1);
        assertThat(process.err().getLast()).contains("no screen here");
    }
}
