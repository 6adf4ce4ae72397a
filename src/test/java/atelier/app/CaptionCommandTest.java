package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.cli.AtelierCli;
import atelier.cli.CaptionCommand;
import atelier.cli.output.Terminal;
import atelier.engine.caption.ColourTagger;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code atelier caption}, as people call it, with a tagger that knows three colours. */
class CaptionCommandTest {

    @TempDir private Path home;
    @TempDir private Path data;
    private Studio studio;

    @BeforeEach
    void open() throws IOException {
        studio = Studio.in(home);
        paint("a.png", Color.RED);
        paint("b.png", new Color(60, 120, 255));
        Files.writeString(data.resolve("b.txt"), "mia, by the sea\n");
        ColourTagger.write(home.resolve("tagger.onnx"));
        Files.writeString(
                home.resolve("tags.csv"),
                "tag_id,name,category,count\n1,blue_colour,0,3\n2,green_colour,0,2\n3,red_colour,0,1\n");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void paint(String name, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        ImageIO.write(picture, "png", data.resolve(name).toFile());
    }

    private Object[] arguments(Object... more) {
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                "caption",
                                data,
                                "--network",
                                home.resolve("tagger.onnx"),
                                "--tags",
                                home.resolve("tags.csv"),
                                "--trigger",
                                "mia"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private String caption(String name) throws IOException {
        return Files.readString(data.resolve(name));
    }

    @Test
    void showsWhatItWouldWriteAndWritesNothingUnasked() {
        CommandLineRun run = studio.run(arguments());
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsExactly(
                        data.resolve("a.txt").toString(),
                        "+ mia, red colour",
                        "captions by the WD tagger: one caption to write; --yes writes without asking");
        assertThat(data.resolve("a.txt")).doesNotExist();
    }

    @Test
    void writesWhatIsMissingKeepsWhatIsThereAndCanBeUndone() throws IOException {
        CommandLineRun run = studio.run(arguments("--yes"));
        assertThat(run.exit()).isZero();
        assertThat(run.out().getLast())
                .isEqualTo(
                        "captions by the WD tagger: one caption written; atelier captions DIR --undo --apply takes that back");
        assertThat(caption("a.txt")).isEqualTo("mia, red colour");
        assertThat(caption("b.txt")).isEqualTo("mia, by the sea\n");
        assertThat(studio.run("captions", data, "--undo", "--apply").exit()).isZero();
        assertThat(data.resolve("a.txt")).doesNotExist();
    }

    @Test
    void captionsThatAreThereAreAddedToOrReplacedWhenThatIsAsked() throws IOException {
        CommandLineRun added =
                studio.run(arguments("--existing", "add", "--underscores", "--json", "--yes"));
        assertThat(added.event("changes").get("count").asInt()).isEqualTo(2);
        assertThat(added.event("changes").get("applied").asBoolean()).isTrue();
        assertThat(caption("b.txt")).isEqualTo("mia, by the sea, blue_colour, green_colour\n");
        studio.run(
                arguments(
                        "--existing",
                        "replace",
                        "--threshold",
                        "0",
                        "--leave-out",
                        "blue colour",
                        "--yes"));
        assertThat(caption("b.txt")).isEqualTo("mia, green colour, red colour\n");
    }

    @Test
    void asksAndTakesYesForAnAnswer() throws IOException {
        List<String> asked = new ArrayList<>();
        for (boolean answer : List.of(false, true)) {
            StringWriter out = new StringWriter();
            String[] words = new String[arguments().length];
            for (int i = 0; i < words.length; i++) {
                words[i] = arguments()[i].toString();
            }
            new AtelierCli(
                            List.of(
                                    new CaptionCommand(
                                            studio.services()::tagging,
                                            question -> {
                                                asked.add(question);
                                                return answer;
                                            })),
                            studio.workspace(),
                            Path.of("atelier.log"),
                            Terminal.none())
                    .writingTo(new PrintWriter(out, true), new PrintWriter(out, true))
                    .run(words);
            assertThat(Files.exists(data.resolve("a.txt"))).isEqualTo(answer);
        }
        assertThat(asked).containsExactly("Write them?", "Write them?");
        assertThat(caption("a.txt")).isEqualTo("mia, red colour");
    }

    @Test
    void aThresholdOutsideItsRangeIsRefused() {
        studio.run(arguments("--threshold", "1.5"))
                .requireRefusal(1, "The threshold is 1.5, but it must be from 0 to 1.");
    }
}
