package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every variant of the case, each with everything kept and with steps computed again. */
@Tag("reference")
class TrainReferenceTest {

    private static TinySdxl tiny;
    private static UNet unet;
    private static Reference reference;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        reference = Reference.of("train");
    }

    @AfterAll
    static void close() {
        tiny.lane.run(unet::close);
        tiny.close();
    }

    @Test
    void hasThePlainCase() {
        assertThat(reference.manifest().get("variants").propertyNames()).contains("base");
    }

    @TestFactory
    Stream<DynamicTest> trainsAsTheReference() {
        return reference.manifest().get("variants").propertyNames().stream()
                .flatMap(variant ->
                        Stream.of(false, true)
                                .map(checkpointed ->
                                        DynamicTest.dynamicTest(
                                                variant + (checkpointed ? ", checkpointed" : ""),
                                                () ->
                                                        tiny.lane.run(() ->
                                                                train(variant, checkpointed)))));
    }

    private static void train(String name, boolean checkpointed) {
        TrainVariant variant = new TrainVariant(reference, name);
        Expected expected = new Expected(reference, name);
        List<Double> losses = new ArrayList<>();
        List<Double> norms = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        try (LoraTrainer trainer =
                new LoraTrainer(
                        tiny.torch,
                        unet,
                        ComputeType.FLOAT32,
                        variant.noise(),
                        variant.settings(checkpointed))) {
            expected.initialize(trainer.store());
            for (int step = 1; step <= variant.updates(); step++) {
                Update update = trainer.update(variant.batches(step), new CancelToken());
                losses.addAll(update.losses());
                norms.add(update.gradientNorm());
                rates.add(update.learningRate());
                expected.assertState(trainer.store(), step);
            }
            expected.assertSeries("loss", losses);
            expected.assertSeries("grad_norm", norms);
            expected.assertSeries("lr", rates);
            expected.assertSums(trainer.store());
        }
    }
}
