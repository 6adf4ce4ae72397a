package atelier.engine.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WdTaggerTest {

    private static final TagList COLOURS =
            new TagList(
                    List.of(
                            new KnownTag("blue", TagKind.GENERAL),
                            new KnownTag("green", TagKind.GENERAL),
                            new KnownTag("red", TagKind.GENERAL)));

    /** The network adds up 200,704 pixels in fp32. */
    private static final double ROUNDING = 0.004;

    @TempDir private Path folder;
    private Lane lane;

    @BeforeEach
    void open() {
        lane = new Lane();
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void picturesAreLaidOnWhiteAndTakenBlueFirst() {
        Path file = folder.resolve("tagger.onnx");
        ColourTagger.write(file);
        int width = 90;
        int height = 30;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xff8000);
        // A third of the square is the picture, the rest white.
        double[] wanted = {2 / 3.0, (2 + 128 / 255.0) / 3, 1};
        lane.run(() -> {
            try (WdTagger tagger = WdTagger.open(lane, file, COLOURS)) {
                assertThat(tagger.side()).isEqualTo(ColourTagger.SIDE);
                float[] found = tagger.probabilities(pixels, width, height);
                assertThat(found).hasSize(3);
                for (int i = 0; i < wanted.length; i++) {
                    assertThat((double) found[i]).isCloseTo(wanted[i], within(ROUNDING));
                }
            }
        });
    }

    @Test
    void anotherNumberOfTagsIsRefused() {
        Path file = folder.resolve("tagger.onnx");
        ColourTagger.write(file);
        TagList two = new TagList(COLOURS.tags().subList(0, 2));
        assertThatThrownBy(() -> lane.run(() -> WdTagger.open(lane, file, two).close()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("tells 3 tags and its list names 2");
    }

    @Test
    void networksWithColoursFirstAreRefused() {
        OnnxGraph graph = new OnnxGraph("other");
        graph.node("Relu", "y", List.of(graph.input("x", 3, 448, 448)));
        graph.output("y", 3, 448, 448);
        Path file = folder.resolve("other.onnx");
        graph.write(file);
        assertThatThrownBy(() -> lane.run(() -> WdTagger.open(lane, file, COLOURS).close()))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(file + " takes no square pictures with the colours last");
    }

    @Test
    void listsOfTagsTellNamesAndKinds() {
        TagList list =
                TagList.of(
                        folder,
                        List.of(
                                "tag_id,name,category,count",
                                "9999999,general,9,807858",
                                "470575,1girl,0,4225150",
                                "1,\"a,b \"\"c\"\"\",0,7",
                                "1821967,hatsune_miku,4,80000"));
        assertThat(list.tags())
                .containsExactly(
                        new KnownTag("general", TagKind.RATING),
                        new KnownTag("1girl", TagKind.GENERAL),
                        new KnownTag("a,b \"c\"", TagKind.GENERAL),
                        new KnownTag("hatsune_miku", TagKind.CHARACTER));
        assertThatThrownBy(() -> TagList.of(folder, List.of("tag_id,name,category", "oops")))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("Line 2 of " + folder);
        assertThatThrownBy(() -> TagList.of(folder, List.of("tag_id,name,category")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("names no tags");
    }
}
