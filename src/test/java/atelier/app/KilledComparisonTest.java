package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.reference.Reference;
import atelier.service.review.ComparisonFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real process that compares is killed twice and gone on with: every cell is there, whole, and
 * none was made again.
 */
class KilledComparisonTest {

    /** Long enough for a machine that does much else; only a process that hangs takes it. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @TempDir private Path folder;

    /** Four checkpoints and the baseline, four prompts, three seeds: 60 cells. */
    private AtelierProcess begin() throws IOException {
        return new AtelierProcess(
                folder,
                List.of(),
                Main.class,
                "compare",
                "--model",
                Reference.root().resolve("tiny-sdxl").toAbsolutePath(),
                "--adapters",
                folder.resolve("checkpoints"),
                "--prompts",
                folder.resolve("prompts.txt"),
                "--seeds",
                "1,2,3",
                "--steps",
                "2",
                "--size",
                "64x64",
                "--device",
                "cpu",
                // There is no network there, so nothing is measured with one.
                "--scores-by",
                folder,
                "--out",
                folder.resolve("compared"),
                "--json");
    }

    private void prepare() throws IOException {
        Path checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
        int step = 100;
        for (String name : List.of("kohya_ldm", "kohya_diffusers_names", "peft", "peft_ab")) {
            Files.copy(
                    Reference.root().resolve("lora/" + name + ".safetensors"),
                    checkpoints.resolve("step-%06d.safetensors".formatted(step)));
            step += 100;
        }
        Files.writeString(
                folder.resolve("prompts.txt"), "a cat\n# no prompt\n\na dog\na bird\na fish\n");
    }

    @Test
    void killedTwiceNoCellIsLostOrMadeTwice() throws Exception {
        prepare();
        ComparisonFolder compared = new ComparisonFolder(folder.resolve("compared"));
        Map<Path, FileTime> before = new HashMap<>();
        for (int kill = 0; kill < 2; kill++) {
            AtelierProcess process = begin();
            process.awaitLines("\"event\":\"cell\"", 17);
            process.kill();
            assertNoneWasMadeAgain(before);
            before.putAll(made(compared));
            assertThat(before.size()).as("cells after a kill").isBetween(17 * (kill + 1), 59);
        }
        AtelierProcess last = begin();
        assertThat(last.exit(LONGEST)).as("%s", last.err()).isZero();
        assertNoneWasMadeAgain(before);
        Comparison comparison = compared.comparison();
        assertThat(comparison.cells()).hasSize(60).allMatch(compared::has);
        assertThat(made(compared)).hasSize(60);
        List<JsonNode> events = last.out().stream().map(new JsonMapper()::readTree).toList();
        assertThat(ids(events))
                .hasSize(60 - before.size())
                .isSubsetOf(comparison.cells().stream().map(Cell::id).toList());
        JsonNode result = events.get(events.size() - 2);
        assertThat(result.get("event").asString()).isEqualTo("compared");
        assertThat(result.get("made").asInt()).isEqualTo(60 - before.size());
        assertThat(Path.of(result.get("page").asString())).isRegularFile();
        assertThat(loads(events)).isEqualTo(1);
        try (Stream<Path> files = Files.walk(compared.root())) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("event").asString().equals("cell"))
                .map(event -> event.get("id").asString())
                .toList();
    }

    /** How often the UNet was read. */
    private static long loads(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("stage").asString("").contains("UNet"))
                .filter(event -> event.path("done").asInt() == 0)
                .count();
    }

    private static Map<Path, FileTime> made(ComparisonFolder compared) throws IOException {
        Map<Path, FileTime> made = new HashMap<>();
        try (Stream<Path> files = Files.list(compared.cells())) {
            for (Path file : files.filter(one -> one.toString().endsWith(".png")).toList()) {
                made.put(file, Files.getLastModifiedTime(file));
            }
        }
        return made;
    }

    private static void assertNoneWasMadeAgain(Map<Path, FileTime> before) throws IOException {
        for (Map.Entry<Path, FileTime> one : before.entrySet()) {
            assertThat(Files.getLastModifiedTime(one.getKey())).isEqualTo(one.getValue());
        }
    }
}
