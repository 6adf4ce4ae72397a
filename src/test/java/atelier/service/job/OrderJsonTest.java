package atelier.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.DatasetOptions;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.InitImage;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import atelier.model.generation.SamplingSettings;
import atelier.model.generation.SizeConditioning;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders are the same after a round through what is kept of them. */
class OrderJsonTest {

    private static final Path HERE = Path.of("снимки и модели").toAbsolutePath();

    @Test
    void ofTraining() {
        TrainingOrder order =
                new TrainingOrder(
                        new ModelChoice(
                                HERE.resolve("model #1"),
                                HERE.resolve("vae"),
                                null,
                                PredictionType.values()[0],
                                true),
                        HERE.resolve("data"),
                        "mia \"the\" fox",
                        HERE.resolve("run"),
                        Map.of("steps", "100", "learningRate", "1e-4"),
                        DeviceChoice.CUDA,
                        new DatasetOptions(true, true, 0x123456));
        assertThat(OrderJson.read(OrderJson.write(order), TrainingOrder.class)).isEqualTo(order);
    }

    @Test
    void ofGeneration() {
        GenerationRequest request =
                new GenerationRequest(
                        "a (fox:1.2)\nBREAK ёж",
                        null,
                        640,
                        832,
                        null,
                        new SamplingSettings("euler", "karras", 30, 5.5, 0.7, 1),
                        Long.MAX_VALUE,
                        4,
                        1,
                        EmphasisMode.ORIGINAL,
                        new InitImage(HERE.resolve("start.png"), 0.6, null));
        GenerationRequest other =
                new GenerationRequest(
                        "",
                        "",
                        64,
                        64,
                        SizeConditioning.of(1024, 1024),
                        request.sampling(),
                        0,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        GenerationBatch batch =
                new GenerationBatch(
                        List.of(
                                new GenerationOrder(
                                        ModelChoice.of(HERE),
                                        List.of(new AdapterUse(HERE.resolve("a"), -0.25)),
                                        request,
                                        HERE.resolve("out"),
                                        DeviceChoice.AUTO,
                                        true),
                                new GenerationOrder(
                                        ModelChoice.of(HERE),
                                        List.of(),
                                        other,
                                        HERE,
                                        DeviceChoice.CPU,
                                        false)));
        assertThat(OrderJson.read(OrderJson.write(batch), GenerationBatch.class)).isEqualTo(batch);
    }

    @Test
    void ofAnalysesAndScores() {
        AnalysisOrder order =
                new AnalysisOrder(HERE, "ёж", HERE.resolve("model"), null, HERE.resolve("out"));
        assertThat(OrderJson.read(OrderJson.write(order), AnalysisOrder.class)).isEqualTo(order);
        ScoreOrder scores =
                new ScoreOrder(
                        HERE,
                        List.of(HERE.resolve("a.png")),
                        List.of(),
                        QualityWeights.USUAL,
                        HERE.resolve("analysis.json"));
        String text = OrderJson.write(scores);
        assertThat(OrderJson.read(text, ScoreOrder.class)).isEqualTo(scores);
        assertThat(OrderJson.read(text.replace("\"analysis\":", "\"other\":"), ScoreOrder.class))
                .as("as an older version wrote it")
                .isEqualTo(
                        new ScoreOrder(
                                HERE,
                                List.of(HERE.resolve("a.png")),
                                List.of(),
                                QualityWeights.USUAL));
    }
}
