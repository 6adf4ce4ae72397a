package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.Seeds;
import atelier.engine.sdxl.Autoencoder;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.engine.weights.VaeFile;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.starter.StarterBuildOrder;
import atelier.model.training.RunPausedException;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StarterBuildServiceTest {

    private static final String WEIGHTS = "vae/diffusion_pytorch_model.fp16.safetensors";
    private static final int SIDE = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private static Accelerator accelerator;
    private static StarterBuildService service;

    /** The recipe as it is, built without a stop. */
    private static Path whole;

    @TempDir private static Path shared;
    @TempDir private Path folder;

    @BeforeAll
    static void open() throws IOException {
        accelerator = new Accelerator();
        service = new StarterBuildService(accelerator);
        whole = build(new TinyRecipe(), shared.resolve("whole"));
    }

    @AfterAll
    static void close() {
        accelerator.close();
    }

    private static StarterBuildOrder order(Path recipe, Path out, boolean resume) {
        return new StarterBuildOrder(recipe, out, List.of(), null, resume, DeviceChoice.CPU);
    }

    private static List<BuiltStage> build(StarterBuildOrder order) {
        List<BuiltStage> built = new ArrayList<>();
        service.build(order, built::add, ProgressListener.NONE, new CancelToken());
        return built;
    }

    private static Path build(TinyRecipe recipe, Path folder) throws IOException {
        Path out = folder.resolve("out");
        build(order(recipe.write(folder), out, false));
        return out;
    }

    private static String hash(Path out) {
        return Sha256.ofFile(out.resolve(WEIGHTS));
    }

    private static List<JsonNode> log(Path out) throws IOException {
        return Files.readAllLines(out.resolve("log-vae.jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static List<Long> steps(Path out) throws IOException {
        return log(out).stream().map(line -> line.get("step").longValue()).toList();
    }

    @Test
    void twoBuildsGiveTheSameFiles() throws IOException {
        Path again = build(new TinyRecipe(), folder);
        assertThat(hash(again)).isEqualTo(hash(whole));
        assertThat(again.resolve("vae/config.json"))
                .hasSameBinaryContentAs(whole.resolve("vae/config.json"));
        assertThat(again.resolve("sheet-vae.png"))
                .hasSameBinaryContentAs(whole.resolve("sheet-vae.png"));
    }

    @Test
    void whatIsWrittenIsAnAutoencoderOfTheRecipesSizes() throws IOException {
        VaeFile vae = VaeFile.open(whole.resolve("vae"));
        assertThat(vae.config().blockOutChannels()).containsExactly(8, 8, 8, 8);
        assertThat(vae.config().normGroups()).isEqualTo(2);
        JsonNode summary = JSON.readTree(Files.readString(whole.resolve("summary-vae.json")));
        assertThat(vae.config().scalingFactor())
                .isCloseTo(summary.get("scalingFactor").doubleValue(), within(1e-12));
        assertThat(summary.get("psnr").doubleValue()).isBetween(3.0, 30.0);
        assertThat(whole.resolve("state-vae")).doesNotExist();
    }

    /** The ratio of each held-out picture, from what the file's network makes of it. */
    @Test
    void theMeasuredRatioIsThatOfWhatIsWritten() throws IOException {
        JsonNode summary = JSON.readTree(Files.readString(whole.resolve("summary-vae.json")));
        SamplePortraits others = new SamplePortraits(Seeds.of(3, 0, "held-out"));
        List<Double> ratios = new ArrayList<>();
        for (int place = 0; place < 2; place++) {
            SamplePortrait sample = others.at(place);
            BufferedImage painted =
                    new Painter().paint(sample.portrait(), sample.seed(), SIDE).picture();
            float[] picture = new float[3 * SIDE * SIDE];
            for (int i = 0; i < picture.length; i++) {
                int pixel = i % (SIDE * SIDE);
                int rgb = painted.getRGB(pixel % SIDE, pixel / SIDE);
                int level = rgb >> (16 - 8 * (i / (SIDE * SIDE))) & 255;
                picture[i] = level / 127.5f - 1;
            }
            float[] restored = restored(picture);
            double squares = 0;
            for (int i = 0; i < picture.length; i++) {
                double error = Math.rint((picture[i] + 1) * 127.5) - Math.rint(restored[i] * 255.0);
                squares += error * error;
            }
            ratios.add(10 * Math.log10(255.0 * 255 / (squares / picture.length)));
        }
        assertThat(summary.get("psnr").doubleValue())
                .isCloseTo((ratios.get(0) + ratios.get(1)) / 2, within(1e-3));
        assertThat(summary.get("worstPsnr").doubleValue())
                .isCloseTo(Math.min(ratios.get(0), ratios.get(1)), within(1e-3));
    }

    private static float[] restored(float[] picture) {
        return accelerator.call(
                DeviceChoice.CPU,
                (torch, device) -> {
                    try (Autoencoder vae =
                            Autoencoder.load(
                                    torch,
                                    VaeFile.open(whole.resolve("vae")),
                                    ComputeType.FLOAT32,
                                    new CancelToken())) {
                        MemoryLadder ladder = MemoryLadder.ofAutoencoder(ProgressListener.NONE);
                        float[] latents =
                                vae.codec()
                                        .encode(
                                                picture,
                                                SIDE,
                                                SIDE,
                                                false,
                                                ladder,
                                                new CancelToken())
                                        .mode(vae.config().scalingFactor());
                        return vae.codec()
                                .decode(
                                        latents,
                                        SIDE / 8,
                                        SIDE / 8,
                                        false,
                                        ladder,
                                        new CancelToken());
                    }
                });
    }

    /** Warm-up over two steps of five, then the cosine over the other three. */
    @Test
    void theLogHasEveryStepOnce() throws IOException {
        List<JsonNode> log = log(whole);
        assertThat(steps(whole)).containsExactly(1L, 2L, 3L, 4L, 5L);
        for (int i = 0; i < log.size(); i++) {
            double factor = i < 2 ? i / 2.0 : 0.5 * (1 + Math.cos(Math.PI * (i - 2) / 3));
            assertThat(log.get(i).get("learningRate").doubleValue())
                    .isCloseTo(0.002 * factor, within(1e-9));
            JsonNode parts = log.get(i).get("parts");
            assertThat(log.get(i).get("loss").doubleValue())
                    .isCloseTo(
                            parts.get("absolute").doubleValue()
                                    + parts.get("squared").doubleValue()
                                    + parts.get("edges").doubleValue()
                                    + 2 * parts.get("colours").doubleValue()
                                    + 1e-3 * parts.get("divergence").doubleValue(),
                            within(1e-4));
        }
    }

    private static Consumer<TinyRecipe> stage(Consumer<ObjectNode> change) {
        return recipe -> change.accept(recipe.stage());
    }

    private static Consumer<TinyRecipe> settings(Consumer<ObjectNode> change) {
        return recipe -> change.accept(recipe.settings());
    }

    private static Consumer<TinyRecipe> loss(String part) {
        return recipe -> ((ObjectNode) recipe.settings().get("loss")).put(part, 0.5);
    }

    static Stream<Consumer<TinyRecipe>> changes() {
        return Stream.of(
                recipe -> recipe.json().put("seed", 4),
                stage(json -> json.put("steps", 4)),
                stage(json -> json.put("learningRate", 0.003)),
                stage(json -> json.put("warmUp", 1)),
                stage(json -> json.put("schedule", "linear")),
                stage(json -> json.put("weightDecay", 0.5)),
                stage(json -> json.put("beta2", 0.5)),
                stage(json -> json.put("maxGradientNorm", 0.01).put("beta2", 0.99)),
                stage(json -> json.put("emaDecay", 0)),
                stage(json -> json.put("precision", "fp32")),
                settings(json -> json.put("normGroups", 4)),
                settings(json -> json.put("pictures", 3)),
                settings(json -> ((ObjectNode) json.get("phases").get(0)).put("batch", 1)),
                settings(json -> ((ObjectNode) json.get("phases").get(0)).put("until", 0.4)),
                loss("absolute"),
                loss("squared"),
                loss("edges"),
                loss("colours"),
                loss("divergence"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everythingInTheRecipeMatters(Consumer<TinyRecipe> change) throws IOException {
        TinyRecipe recipe = new TinyRecipe();
        change.accept(recipe);
        assertThat(hash(build(recipe, folder))).isNotEqualTo(hash(whole));
    }

    /** Cancels while a step is in the making, after so many. */
    private static ProgressListener cancellingAfter(long steps, CancelToken cancel) {
        return progress -> {
            if (progress.stage().equals("Training vae") && progress.done() == steps) {
                cancel.cancel();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aBuildThatWasStoppedGoesOnToTheBit(long after) throws IOException {
        Path recipe = new TinyRecipe().write(folder);
        Path out = folder.resolve("out");
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        service.build(
                                order(recipe, out, false),
                                built -> {},
                                cancellingAfter(after, cancel),
                                cancel))
                .isInstanceOf(RunPausedException.class)
                .hasMessageContaining("after step %d of 5 of the stage vae".formatted(after));
        assertThat(out.resolve("vae")).doesNotExist();
        build(order(recipe, out, true));
        assertThat(hash(out)).isEqualTo(hash(whole));
        assertThat(steps(out)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void oneThatWasStoppedBeforeItsFirstStepCanBeginAgain() throws IOException {
        Path recipe = new TinyRecipe().write(folder);
        Path out = folder.resolve("out");
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        service.build(
                                order(recipe, out, false),
                                built -> {},
                                cancellingAfter(0, cancel),
                                cancel))
                .isInstanceOf(CancelledException.class)
                .isNotInstanceOf(RunPausedException.class);
        build(order(recipe, out, false));
        assertThat(hash(out)).isEqualTo(hash(whole));
    }

    @Test
    void whatWasBegunIsNotBegunAgain() throws IOException {
        Path recipe = new TinyRecipe().write(folder);
        assertThatThrownBy(() -> build(order(recipe, whole, false)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("holds a build of the stage vae already");
        List<String> notices = new ArrayList<>();
        service.build(
                order(recipe, whole, true),
                built -> {
                    throw new AssertionError(built);
                },
                new ProgressListener() {
                    @Override
                    public void progressed(Progress progress) {}

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                },
                new CancelToken());
        assertThat(notices).containsExactly("The stage vae is done already.");
    }

    @Test
    void aStateOfAnotherRecipeIsRefused() throws IOException {
        TinyRecipe tiny = new TinyRecipe();
        Path recipe = tiny.write(folder);
        Path out = folder.resolve("out");
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        service.build(
                                order(recipe, out, false),
                                built -> {},
                                cancellingAfter(2, cancel),
                                cancel))
                .isInstanceOf(RunPausedException.class);
        tiny.stage().put("learningRate", 0.1);
        tiny.write(folder);
        assertThatThrownBy(() -> build(order(recipe, out, true)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("recipe.json was changed after step 2 was saved");
    }

    /** The rate of the first step of a warm-up is nothing, so that all is as it was. */
    @Test
    void aStageCanBeginFromTheWeightsOfOneBefore() throws IOException {
        TinyRecipe tiny = new TinyRecipe();
        tiny.addSecond().put("steps", 1);
        Path recipe = tiny.write(folder);
        Path out = folder.resolve("out");
        build(new StarterBuildOrder(recipe, out, List.of("vae"), null, false, DeviceChoice.CPU));
        Map<String, FloatTensor> before = FloatTensorFile.read(out.resolve(WEIGHTS));
        List<BuiltStage> built = build(order(recipe, out, true));
        assertThat(built).extracting(BuiltStage::stage).containsExactly("vae-2");
        Map<String, FloatTensor> after = FloatTensorFile.read(out.resolve(WEIGHTS));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, tensor) ->
                assertThat(after.get(name).values()).as(name).isEqualTo(tensor.values()));
    }

    @Test
    void aStageThatIsToBeginFromWeightsThatAreNowhereSaysSo() throws IOException {
        TinyRecipe tiny = new TinyRecipe();
        tiny.stage().put("begin", "model");
        assertThatThrownBy(() -> build(tiny, folder))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("build the stage before it first");
    }

    static Stream<Map.Entry<Consumer<TinyRecipe>, String>> wrong() {
        return Stream.of(
                Map.entry(stage(json -> json.put("steps", 0)), "steps must be 1 or more"),
                Map.entry(stage(json -> json.put("stepz", 1)), "stepz"),
                Map.entry(stage(json -> json.remove("warmUp")), "warmUp"),
                Map.entry(stage(json -> json.put("type", "oracle")), "There is no type of stage"),
                Map.entry(stage(json -> json.put("precision", "int8")), "There is no precision"),
                Map.entry(stage(json -> json.put("schedule", "x")), "There is no learning rate"),
                Map.entry(stage(json -> json.put("name", "../x")), "name must be"),
                Map.entry(settings(json -> json.put("normGroups", 3)), "divide all widths"),
                Map.entry(settings(json -> json.put("colour", 3)), "colour"),
                Map.entry(
                        settings(json -> ((ObjectNode) json.get("phases").get(0)).put("crop", 65)),
                        "a crop is larger"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongRecipeIsRefusedInOneSentence(Map.Entry<Consumer<TinyRecipe>, String> wrong) {
        TinyRecipe recipe = new TinyRecipe();
        wrong.getKey().accept(recipe);
        assertThatThrownBy(() -> build(recipe, folder))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(wrong.getValue());
    }
}
