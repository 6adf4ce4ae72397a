package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Analyses from the command line, with the starter model's CLIP. */
class AnalyzeCommandTest {

    @TempDir private Path folder;

    @Test
    void picturesAreSeenByListsOfOnesOwn() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("mia"));
        Path sample = Path.of(System.getProperty("project.dir"), "sample-data", "held-out");
        for (String name : new String[] {"01.png", "02.png"}) {
            Files.copy(sample.resolve(name), pictures.resolve(name));
        }
        Path lists = folder.resolve("lists.json");
        try (CommandLineRun.Studio studio = CommandLineRun.Studio.in(folder.resolve("home"))) {
            assertThat(studio.run("analyze", "--write-lists", lists).out())
                    .containsExactly(lists.toString());
            studio.run("analyze", "--write-lists", lists).requireFailure(1, "is there already");
            Files.writeString(
                    lists,
                    """
                    {"format": 1, "lists": {"sharpness": 30, "categories": [
                      {"name": "eyes", "ofSubject": true, "asked": ["{} eyes"], "said": "{} eyes",
                       "values": ["amber", "blue", "violet"]}]}}
                    """);
            CommandLineRun run =
                    studio.run("analyze", pictures, "--trigger", "mia", "--lists", lists, "--json");
            JsonNode analyzed = run.event("analyzed");
            assertThat(analyzed.get("prompt").asString()).isEqualTo("mia, amber eyes");
            assertThat(analyzed.get("features").get("eyes"))
                    .hasSize(2)
                    .first()
                    .satisfies(best -> {
                        assertThat(best.get("value").asString()).isEqualTo("amber");
                        assertThat(best.get("share").asDouble()).isBetween(0.34, 1.0);
                    });
            assertThat(run.event("seen").get("picture").asString()).endsWith(".png");
            assertThat(folder.resolve("mia-analysis/analysis.json")).isRegularFile();
            assertThat(folder.resolve("mia-analysis/analysis.html")).isRegularFile();
            studio.run("analyze", folder.resolve("no")).requireFailure(1, "is no folder");
            studio.run("analyze").requireFailure(2, "DIR");
        }
    }
}
