package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.Workspace;
import atelier.reference.Reference;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.PaintedCells;
import atelier.service.storage.database.OpenWorkspace;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

class LibraryCommandTest {

    @TempDir private Path folder;

    @Test
    void rescanMakesTheDatabaseAnewAndSaysWhatItFound() throws IOException {
        try (CommandLineRun.Studio studio = CommandLineRun.Studio.in(folder)) {
            Workspace workspace = new Workspace(studio.workspace());
            try (OpenWorkspace open = studio.services().open(workspace)) {
                studio.services()
                        .library(open)
                        .addSample(
                                Path.of(
                                        System.getProperty("project.dir"),
                                        "sample-data",
                                        "character"),
                                ProgressListener.NONE,
                                new CancelToken());
                studio.run("library", "rescan").requireFailure(1, "is open in process");
            }
            for (String name : List.of("library.db", "library.db-wal", "library.db-shm")) {
                Files.deleteIfExists(workspace.root().resolve(name));
            }
            JsonNode found = studio.run("library", "rescan", "--json").event("library");
            assertThat(found.get("characters").asInt()).isEqualTo(1);
            assertThat(found.get("pictures").asInt()).isEqualTo(16);
            assertThat(found.get("problems")).isEmpty();
            assertThat(found.get("lost"))
                    .hasSize(3)
                    .last()
                    .satisfies(one -> assertThat(one.asString()).contains("16 pictures"));
            Files.writeString(workspace.database(), "no database, and long enough. ".repeat(99));
            studio.run("library", "rescan")
                    .requireFailure(1, "library.db is damaged", "atelier library rescan");
            studio.run("library").requireFailure(2, "What to do with the library is missing.");
        }
    }

    @Test
    void whatIsArchivedIsListedApartAndBroughtBack() throws IOException {
        try (CommandLineRun.Studio studio = CommandLineRun.Studio.in(folder)) {
            Workspace workspace = new Workspace(studio.workspace());
            String file;
            try (OpenWorkspace open = studio.services().open(workspace)) {
                file =
                        studio.services()
                                .library(open)
                                .adapters()
                                .add(
                                        Reference.root().resolve("lora/kohya_ldm.safetensors"),
                                        AdapterType.STYLE,
                                        "felt",
                                        "",
                                        "test")
                                .file();
            }
            JsonNode archived = studio.run("library", "archive", file, "--json").event("archived");
            assertThat(archived.get("kind").asString()).isEqualTo("adapter");
            assertThat(archived.get("archived").asBoolean()).isTrue();
            assertThat(studio.run("library", "adapters", "--json").events())
                    .noneMatch(event -> event.get("event").asString().equals("adapter"));
            assertThat(
                            studio.run("library", "adapters", "--archived", "--json")
                                    .event("adapter")
                                    .get("file")
                                    .asString())
                    .isEqualTo(file);
            studio.run("library", "archive", file, "--back", "--json").event("archived");
            assertThat(
                            studio.run("library", "adapters", "--json")
                                    .event("adapter")
                                    .get("file")
                                    .asString())
                    .isEqualTo(file);
            studio.run("library", "archive", "nobody")
                    .requireFailure(1, "There is no character and no adapter nobody");
        }
    }

    @Test
    void doctorFindsRepairsAndTakesBackAndHistoryTellsOfIt() throws IOException {
        try (CommandLineRun.Studio studio = CommandLineRun.Studio.in(folder)) {
            Workspace workspace = new Workspace(studio.workspace());
            Path originals = Files.createDirectories(workspace.originals("wanderer"));
            JsonNode finding = studio.run("doctor", "--json").event("finding");
            assertThat(finding.get("trouble").asString()).isEqualTo("CHARACTER_UNLISTED");
            assertThat(finding.get("item").asString()).isEqualTo("wanderer");
            JsonNode mended = studio.run("doctor", "--fix", "--deep", "--json").event("health");
            assertThat(mended.get("repaired").asInt()).isEqualTo(1);
            assertThat(mended.get("findings").asInt()).isZero();
            Path card = originals.resolveSibling("character.json");
            assertThat(card).isRegularFile();
            JsonNode change = studio.run("history", "wanderer", "--json").event("change");
            assertThat(change.get("field").asString()).isEqualTo("CARD");
            assertThat(change.get("why").asString()).startsWith("found by the health check of ");
            assertThat(
                            studio.run("doctor", "--undo", "--json")
                                    .event("undone")
                                    .get("changes")
                                    .asInt())
                    .isEqualTo(2);
            assertThat(card).doesNotExist();
            studio.run("history", "--undo", "4711").requireFailure(1, "There is no change 4711");
            studio.run("doctor", "--fix", "--undo").requireFailure(2, "--undo");
        }
    }

    private void rateACell(CommandLineRun.Studio studio) throws IOException {
        ComparisonFolder compared =
                PaintedCells.folder(folder.resolve("compared"), Comparisons.small());
        Path cell = compared.cell(Comparisons.small().cells().get(4));
        studio.run("rate", cell, "--stars", "2").requireFailure(1, "There is no image");
        PaintedCells.paint(cell, Color.GRAY);
        assertThat(studio.run("rate", cell, "--stars", "2", "--json").event("rated").get("stars"))
                .isEqualTo(IntNode.valueOf(2));
        assertThat(studio.run("rate", cell).out()).containsExactly(cell + ": 2 of 5 stars");
        studio.run("rate", cell, "--stars", "6").requireFailure(1, "1 to 5 stars");
        studio.run("rate", cell, "--like").requireFailure(1, "takes stars alone");
    }

    @Test
    void imagesAreRatedAndPickedAndAdaptersRanked() throws IOException {
        try (CommandLineRun.Studio studio = CommandLineRun.Studio.in(folder)) {
            Workspace workspace = new Workspace(studio.workspace());
            Path sample =
                    Path.of(System.getProperty("project.dir"), "sample-data", "held-out", "01.png");
            Path image =
                    Files.copy(
                            sample,
                            Files.createDirectories(workspace.images().resolve("day"))
                                    .resolve("one.png"));
            JsonNode rated =
                    studio.run(
                                    "rate",
                                    image,
                                    "--stars",
                                    "4",
                                    "--like",
                                    "--comment",
                                    "the eyes are hers",
                                    "--json")
                            .event("rated");
            assertThat(rated.get("file").asString()).isEqualTo("day/one.png");
            assertThat(rated.get("stars").asInt()).isEqualTo(4);
            assertThat(rated.get("liked").asInt()).isEqualTo(1);
            assertThat(studio.run("rate", "day/one.png").out())
                    .containsExactly("day/one.png: 4 of 5 stars, liked, \"the eyes are hers\"");
            studio.run("rate", "day/one.png", "--stars", "9").requireFailure(1, "1 to 5 stars");
            rateACell(studio);
            studio.run("rate", "day/one.png", "--like", "--dislike").requireFailure(2, "--dislike");
            studio.run("rate", sample, "--stars", "1").requireFailure(1, "does not lie in");
            try (OpenWorkspace open = studio.services().open(workspace)) {
                studio.services()
                        .library(open)
                        .adapters()
                        .add(
                                Reference.root().resolve("lora/kohya_ldm.safetensors"),
                                AdapterType.GENERAL,
                                "",
                                "",
                                "test");
                studio.services().library(open).characters().create("Mia", AdapterType.STYLE, "m");
            }
            JsonNode adapter = studio.run("library", "adapters", "--json").event("adapter");
            assertThat(adapter.get("stars").asDouble()).isEqualTo(3);
            assertThat(adapter.get("images").asInt()).isZero();
            JsonNode picked =
                    studio.run("library", "pick", image, "--character", "mia", "--json")
                            .event("picked");
            assertThat(workspace.originals("mia").resolve(picked.get("picture").asString()))
                    .hasSameBinaryContentAs(sample);
            studio.run("library", "pick", image, "--character", "mia")
                    .requireFailure(1, "is the same picture as");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no env")
    void onAMachineWhereNothingOfAtelierIsYetItWorks() throws Exception {
        AtelierProcess process =
                new AtelierProcess(
                        folder,
                        List.of("env", "XDG_CACHE_HOME=" + folder.resolve("cache")),
                        Main.class,
                        "library",
                        "rescan",
                        "--workspace",
                        folder.resolve("work"));
        assertThat(process.exit(Duration.ofMinutes(5))).as("%s", process.err()).isZero();
        assertThat(process.out())
                .containsExactly("0 characters with 0 pictures, 0 adapters, 0 images, 0 runs");
        assertThat(folder.resolve("work/library.db")).isRegularFile();
        assertThat(folder.resolve("work/workspace.lock")).doesNotExist();
    }
}
