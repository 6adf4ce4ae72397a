package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.service.dataset.DrawnPictures;
import atelier.service.dataset.source.ZipBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code atelier captions}, as people call it. */
class CaptionsCommandTest {

    @TempDir private Path home;
    @TempDir private Path data;

    @BeforeEach
    void draw() throws IOException {
        DrawnPictures.into(data);
        Files.writeString(data.resolve("picture-00.txt"), "mia, a red hat\r\n");
        Files.writeString(data.resolve("picture-01.caption"), "mia, smile");
    }

    /** Each in a program of its own. */
    private CommandLineRun captions(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "captions";
        arguments[1] = data;
        System.arraycopy(more, 0, arguments, 2, more.length);
        try (Studio studio = Studio.in(home)) {
            return studio.run(arguments);
        }
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".txt") || name.endsWith(".caption")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    @Test
    void listsTagsByHowOftenTheyStand() {
        CommandLineRun run = captions();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsExactly(
                        "captions  tag",
                        "2         mia",
                        "1         a red hat",
                        "1         smile",
                        "",
                        "10 pictures, 2 with a caption; 3 tags");
        CommandLineRun json = captions("--json");
        assertThat(json.event("caption").get("text").asString()).isEqualTo("mia, a red hat");
        JsonNode all = json.event("captions");
        assertThat(all.get("pictures").asInt()).isEqualTo(10);
        assertThat(all.get("captioned").asInt()).isEqualTo(2);
        assertThat(all.get("tags").get(0).get("tag").asString()).isEqualTo("mia");
        assertThat(all.get("tags").get(0).get("count").asInt()).isEqualTo(2);
    }

    @Test
    void showsAnEditWritesItWhenItIsToldAndUndoesItInAnotherProcess() throws IOException {
        Map<String, String> before = texts();
        CommandLineRun shown = captions("--replace", "red hat=cap");
        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .containsExactly(
                        data.resolve("picture-00.txt").toString(),
                        "- mia, a red hat",
                        "+ mia, a cap",
                        "replacing 'red hat' by 'cap': one caption to change; --apply writes that");
        assertThat(texts()).isEqualTo(before);

        CommandLineRun applied = captions("--replace", "red hat=cap", "--apply", "--json");
        assertThat(applied.exit()).isZero();
        assertThat(applied.event("change").get("after").asString()).isEqualTo("mia, a cap\r\n");
        assertThat(applied.event("changes").get("applied").asBoolean()).isTrue();
        assertThat(texts()).containsEntry("picture-00.txt", "mia, a cap\r\n").hasSize(2);

        assertThat(captions("--add-trigger", "zoe", "--apply").exit()).isZero();
        assertThat(texts()).hasSize(10).containsEntry("picture-01.caption", "zoe, mia, smile");

        assertThat(captions("--undo").out()).anyMatch(line -> line.contains("to restore"));
        assertThat(texts()).hasSize(10);
        assertThat(captions("--undo", "--apply").out())
                .last()
                .asString()
                .isEqualTo("undoing: adding the trigger 'zoe': 10 captions restored");
        assertThat(captions("--undo", "--apply").exit()).isZero();
        assertThat(texts()).isEqualTo(before);
        captions("--undo", "--apply").requireRefusal(1, "There is nothing to undo in");
    }

    @Test
    void setsAndRemoves() throws IOException {
        assertThat(captions("--set", "picture-02.bmp=mia, a = b", "--apply").exit()).isZero();
        assertThat(captions("--remove", "MIA", "--apply").exit()).isZero();
        assertThat(texts())
                .containsExactly(
                        Map.entry("picture-00.txt", "a red hat\r\n"),
                        Map.entry("picture-01.caption", "smile"),
                        Map.entry("picture-02.txt", "a = b"));
        assertThat(captions("--remove", "mia", "--apply").out())
                .containsExactly("removing the tag 'mia': nothing to change");
    }

    @Test
    void whatCannotBeDoneIsRefusedInOneLine() throws IOException {
        captions("--replace", "hat").requireRefusal(2, "--replace is 'hat'", "a = between");
        captions("--remove", " ").requireRefusal(1, "The tag to remove is empty");
        captions("--set", "none.png=text").requireRefusal(1, "none.png", "atelier captions lists");
        Files.writeString(data.resolve("picture-01.txt"), "other words");
        captions("--remove", "mia")
                .requireRefusal(1, "picture-01.txt", "different words", "delete one of them");
        Path zip =
                Files.write(
                        home.resolve("a.zip"),
                        new ZipBytes().file("a.txt", new byte[] {'a'}).bytes());
        data = zip;
        captions("--remove", "mia").requireRefusal(1, "is a zip", "unpack it");
    }
}
