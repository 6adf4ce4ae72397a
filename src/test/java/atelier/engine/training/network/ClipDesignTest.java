package atelier.engine.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.clip.PictureTower;
import atelier.engine.clip.PictureTowerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.TextEncoder;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.NetworkTrainer;
import atelier.engine.training.NetworkTrainerSettings;
import atelier.engine.training.NetworkUpdate;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderConfig.Activation;
import atelier.model.job.CancelToken;
import atelier.model.training.OptimizerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CLIP's training: its loss by formulas in double, and that pictures find their captions. */
class ClipDesignTest {

    private static final int SIDE = 16;
    private static final List<Integer> WIDTHS = List.of(8, 12);
    private static final List<Integer> TRAITS = List.of(2, 3);
    private static final double SHARE = 0.5;

    /** 6 begins and 7, the highest id, ends. */
    private static final List<long[]> CAPTIONS =
            List.of(new long[] {6, 1, 7}, new long[] {6, 2, 3, 7}, new long[] {6, 0, 5, 4, 7});

    private static final List<long[]> SHOWN =
            List.of(new long[] {0, 2}, new long[] {1, 1}, new long[] {1, 0});
    private static final List<long[]> SAID =
            List.of(
                    new long[] {0, CaptionedPictures.UNSAID},
                    new long[] {1, 1},
                    new long[] {CaptionedPictures.UNSAID, CaptionedPictures.UNSAID});

    private static Lane lane;
    private static Torch torch;

    @BeforeAll
    static void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterAll
    static void close() {
        lane.run(torch::close);
        lane.close();
    }

    private static TextEncoderConfig encoder(int number) {
        int width = WIDTHS.get(number);
        return new TextEncoderConfig(2, width, 2, 2 * width, 6, 8, Activation.GELU, width);
    }

    private static ClipDesign design(double share) {
        return new ClipDesign(
                List.of(encoder(0), encoder(1)),
                new PictureTowerConfig(SIDE, 4, List.of(4, 8), List.of(1, 1), 2, 2, WIDTHS),
                TRAITS,
                share);
    }

    private static CaptionedPictures batch() {
        List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < CAPTIONS.size(); i++) {
            pictures.add(new TorchRandom(20 + i).normal(3 * SIDE * SIDE));
        }
        return new CaptionedPictures(pictures, List.of(CAPTIONS, CAPTIONS), SHOWN, SAID);
    }

    private static NetworkTrainer<CaptionedPictures> trainer() {
        NetworkTrainer<CaptionedPictures> trainer =
                new NetworkTrainer<>(
                        torch,
                        design(SHARE),
                        new NetworkTrainerSettings(
                                100,
                                OptimizerSettings.of("adamw", 1e-2, 0),
                                LearningRateSchedules.get("constant"),
                                0,
                                0,
                                ComputeType.FLOAT32));
        trainer.initialize(9);
        return trainer;
    }

    @Test
    void theLossIsThatOfThePaperAndOfTheTraits() {
        lane.run(() -> {
            try (NetworkTrainer<CaptionedPictures> trainer = trainer()) {
                // A few steps, so that no block is the identity any longer.
                for (int i = 0; i < 3; i++) {
                    trainer.update(batch(), new CancelToken());
                }
                Map<String, FloatTensor> weights = trainer.result();
                NetworkUpdate update = trainer.update(batch(), new CancelToken());
                double total = 0;
                for (int i = 0; i < 2; i++) {
                    List<double[]> seen = new ArrayList<>();
                    List<double[]> read = new ArrayList<>();
                    embed(weights, i, seen, read);
                    float[] matrix = tensor(weights, "traits.%d.weight".formatted(i)).values();
                    float scale = tensor(weights, "logit_scales").values()[i];
                    double contrast = contrast(seen, read, Math.exp(scale));
                    double shown = traits(seen, matrix, SHOWN);
                    double said = traits(read, matrix, SAID);
                    int number = i + 1;
                    assertThat(update.parts().get("contrast" + number))
                            .isCloseTo(contrast, within(1e-4));
                    assertThat(update.parts().get("shown" + number)).isCloseTo(shown, within(1e-4));
                    assertThat(update.parts().get("said" + number)).isCloseTo(said, within(1e-4));
                    total += contrast + SHARE * (shown + said);
                }
                assertThat(update.loss()).isCloseTo(total, within(1e-3));
            }
        });
    }

    @Test
    void picturesFindTheirCaptions() {
        lane.run(() -> {
            try (NetworkTrainer<CaptionedPictures> trainer = trainer()) {
                NetworkUpdate first = trainer.update(batch(), new CancelToken());
                NetworkUpdate last = first;
                for (int i = 0; i < 40; i++) {
                    last = trainer.update(batch(), new CancelToken());
                }
                assertThat(last.loss()).isLessThan(first.loss() / 4);
                assertThat(last.parts()).containsEntry("found1", 1.0).containsEntry("found2", 1.0);
            }
        });
    }

    /** A scale above 100 counts as 100. */
    @Test
    void theScaleIsBounded() {
        lane.run(() -> {
            try (NetworkTrainer<CaptionedPictures> trainer = trainer()) {
                Map<String, FloatTensor> weights = new LinkedHashMap<>(trainer.result());
                List<Double> losses = new ArrayList<>();
                for (double scale : new double[] {100, 1000}) {
                    float log = (float) Math.log(scale);
                    weights.put(
                            "logit_scales", new FloatTensor(List.of(2L), new float[] {log, log}));
                    trainer.initialize(weights);
                    losses.add(trainer.loss(batch(), new CancelToken()));
                }
                assertThat(losses.getLast()).isCloseTo(losses.getFirst(), within(1e-3));
            }
        });
    }

    @Test
    void eachNetworkHasItsWeightsUnderItsOwnNames() {
        Map<String, List<Long>> shapes = design(1).shapes();
        assertThat(ClipDesign.encoder(0, shapes))
                .containsEntry("text_projection.weight", List.of(8L, 8L))
                .containsKey("text_model.embeddings.token_embedding.weight");
        assertThat(ClipDesign.encoder(1, shapes))
                .containsEntry("text_projection.weight", List.of(12L, 12L));
        assertThat(ClipDesign.tower(shapes)).isEqualTo(design(1).tower().shapes());
        assertThatThrownBy(() ->
                        new ClipDesign(
                                List.of(encoder(1), encoder(0)), design(1).tower(), TRAITS, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FloatTensor tensor(Map<String, FloatTensor> weights, String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    /** One picture and one caption at a time, by the networks alone. */
    private static void embed(
            Map<String, FloatTensor> weights,
            int number,
            List<double[]> seen,
            List<double[]> read) {
        try (NDManager owner = torch.newManager()) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            weights.forEach((name, tensor) -> {
                long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
                arrays.put(name, torch.floats(owner, tensor.values(), shape));
            });
            try (PictureTower tower =
                            new PictureTower(torch, design(1).tower(), ClipDesign.tower(arrays));
                    TextEncoder encoder =
                            new TextEncoder(
                                    torch, encoder(number), ClipDesign.encoder(number, arrays))) {
                for (int i = 0; i < CAPTIONS.size(); i++) {
                    NDArray picture =
                            torch.floats(owner, batch().pictures().get(i), 1, 3, SIDE, SIDE);
                    seen.add(doubles(tower.embed(owner, picture).get(number)));
                    long[] caption = CAPTIONS.get(i);
                    NDArray ids = torch.longs(owner, caption, 1, caption.length);
                    read.add(
                            doubles(
                                    Objects.requireNonNull(
                                            encoder.encode(owner, ids, 0).pooled())));
                }
            }
        }
    }

    private static double[] doubles(NDArray array) {
        float[] values = torch.toFloats(array);
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double contrast(List<double[]> seen, List<double[]> read, double scale) {
        int count = seen.size();
        double[][] scores = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count; k++) {
                double[] a = seen.get(i);
                double[] b = read.get(k);
                scores[i][k] = scale * dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
            }
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double across = 0;
            double down = 0;
            for (int k = 0; k < count; k++) {
                across += Math.exp(scores[i][k]);
                down += Math.exp(scores[k][i]);
            }
            sum += Math.log(across) + Math.log(down) - 2 * scores[i][i];
        }
        return sum / (2 * count);
    }

    private static double traits(List<double[]> embeddings, float[] matrix, List<long[]> labels) {
        double sum = 0;
        int told = 0;
        for (int i = 0; i < embeddings.size(); i++) {
            int begin = 0;
            for (int attribute = 0; attribute < TRAITS.size(); attribute++) {
                int label = (int) labels.get(i)[attribute];
                if (label >= 0) {
                    double all = 0;
                    for (int value = 0; value < TRAITS.get(attribute); value++) {
                        all += Math.exp(score(embeddings.get(i), matrix, begin + value));
                    }
                    sum += Math.log(all) - score(embeddings.get(i), matrix, begin + label);
                    told++;
                }
                begin += TRAITS.get(attribute);
            }
        }
        return sum / told;
    }

    private static double score(double[] embedding, float[] matrix, int row) {
        double score = 0;
        for (int i = 0; i < embedding.length; i++) {
            score += embedding[i] * matrix[row * embedding.length + i];
        }
        return score;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
