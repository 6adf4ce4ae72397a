package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.BucketRule;
import atelier.model.dataset.Framing;
import atelier.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every configuration's predefined buckets and every picture's way into its bucket, exactly. What
 * the reference gives as {@code crop_ltrb} is not compared: sd-scripts tells the model margins of a
 * picture that it has not shown it, and Atelier does not.
 */
@Tag("reference")
class BucketsReferenceTest {

    @TestFactory
    Stream<DynamicTest> framesEveryPictureAsTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode config : Reference.of("buckets").manifest().get("configs")) {
            Buckets buckets = new Buckets(rule(config));
            String name = "%s %s".formatted(config.get("max_size"), config.get("no_upscale"));
            if (!config.get("no_upscale").asBoolean()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                name + ": predefined",
                                () ->
                                        assertThat(pairs(buckets))
                                                .isEqualTo(
                                                        pairs(config.get("predefined_buckets")))));
            }
            for (JsonNode row : config.get("rows")) {
                tests.add(
                        DynamicTest.dynamicTest(
                                name + ": " + row.get("image"), () -> compare(buckets, row)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static BucketRule rule(JsonNode config) {
        JsonNode sides = config.get("max_reso");
        return new BucketRule(
                sides.get(0).asLong() * sides.get(1).asLong(),
                config.get("min_size").asInt(),
                config.get("max_size").asInt(),
                config.get("step").asInt(),
                !config.get("no_upscale").asBoolean());
    }

    private static void compare(Buckets buckets, JsonNode row) {
        JsonNode image = row.get("image");
        double ratio = image.get(0).asDouble() / image.get(1).asDouble();
        Framing framing = buckets.frame(image.get(0).asInt(), image.get(1).asInt());
        assertThat(List.of(framing.width(), framing.height())).isEqualTo(pair(row.get("bucket")));
        assertThat(List.of(framing.resizedWidth(), framing.resizedHeight()))
                .isEqualTo(pair(row.get("resized")));
        assertThat(List.of(framing.left(), framing.top()))
                .isEqualTo(pair(row.get("centre_crop_left_top")));
        assertThat((double) framing.width() / framing.height() - ratio)
                .isEqualTo(row.get("ar_error").asDouble());
    }

    private static List<List<Integer>> pairs(Buckets buckets) {
        return buckets.predefined().stream()
                .map(size -> List.of(size.width(), size.height()))
                .toList();
    }

    private static List<List<Integer>> pairs(JsonNode array) {
        List<List<Integer>> pairs = new ArrayList<>();
        array.forEach(pair -> pairs.add(pair(pair)));
        return pairs;
    }

    private static List<Integer> pair(JsonNode pair) {
        return List.of(pair.get(0).asInt(), pair.get(1).asInt());
    }
}
