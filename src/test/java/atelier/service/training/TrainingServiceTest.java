package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.lora.AdapterFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.dataset.DrawnPictures;
import atelier.service.dataset.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole runs on the tiny random model. */
class TrainingServiceTest {

    private static TinyTraining tiny;

    @TempDir Path folder;
    private Path data;

    @BeforeAll
    static void start() {
        tiny = new TinyTraining();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @BeforeEach
    void draw() throws IOException {
        data = TinyTraining.data(folder);
    }

    private TrainingOrder order(String out, String... sets) {
        return TinyTraining.order(folder, out, sets);
    }

    @Test
    void trainsAnAdapterThatChangesPictures() throws IOException {
        List<Progress> heard = new ArrayList<>();
        Files.writeString(data.resolve("notes.md"), "no picture");
        TrainingResult result =
                tiny.service.train(
                        order("run", "steps=20", "learningRate=0.01", "warmUpSteps=0"),
                        heard::add,
                        new CancelToken());

        Path run = folder.resolve("run");
        assertThat(result.adapter()).isEqualTo(run.resolve("mirza.safetensors")).isRegularFile();
        assertThat(result.pictures()).isEqualTo(DrawnPictures.COUNT);
        assertThat(result.leftOut()).hasSize(1);
        assertThat(result.firstLoss()).isFinite().isPositive();
        assertThat(result.lastLoss()).isFinite().isPositive();

        List<JsonNode> lines = TinyTraining.metrics(run);
        assertThat(lines).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(lines.get(i).get("step").asInt()).isEqualTo(i + 1);
            assertThat(lines.get(i).get("epoch").asInt()).isEqualTo(i / 10 + 1);
            assertThat(lines.get(i).get("loss").asDouble()).isFinite().isPositive();
            assertThat(lines.get(i).get("gradientNorm").asDouble()).isFinite().isPositive();
            assertThat(lines.get(i).get("learningRate").asDouble()).isEqualTo(0.01);
        }
        assertThat(heard)
                .filteredOn(progress -> progress.stage().equals("Training"))
                .hasSize(21)
                .last()
                .satisfies(progress -> {
                    assertThat(progress.done()).isEqualTo(20);
                    assertThat(progress.detail()).matches("loss \\d\\.\\d{4}");
                });

        AdapterInfo info = AdapterFile.open(result.adapter()).info();
        assertThat(info.layout()).isEqualTo(AdapterLayout.KOHYA);
        assertThat(info.triggerPhrase()).isEqualTo("mirza");
        assertThat(info.groups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.rank()).isEqualTo(4);
                    assertThat(group.layers()).isEqualTo(192);
                });
        assertThat(info.metadata())
                .containsEntry("ss_steps", "20")
                .containsEntry("ss_epoch", "2")
                .containsEntry("ss_network_dim", "4")
                .containsEntry("ss_num_train_images", "10")
                .doesNotContainKey("modelspec.date")
                .containsKey("ss_num_batches_per_epoch")
                .containsEntry("ss_output_name", "mirza");
        assertThat(info.tags())
                .anySatisfy(tag -> {
                    assertThat(tag.tag()).isEqualTo("mirza");
                    assertThat(tag.count()).isEqualTo(10);
                });
        assertThat(picture(new AdapterUse(result.adapter(), 1))).isNotEqualTo(picture());
    }

    private byte[] picture(AdapterUse... adapters) throws IOException {
        return TinyPicture.of(tiny, folder, adapters);
    }

    @Test
    void keepsWhatWasTrainedWhenItIsStopped() throws IOException {
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        tiny.service.train(
                                order("run", "steps=100"),
                                progress -> {
                                    if (progress.stage().equals("Training")
                                            && progress.done() == 2) {
                                        cancel.cancel();
                                    }
                                },
                                cancel))
                .isInstanceOf(CancelledException.class);
        Path run = folder.resolve("run");
        assertThat(TinyTraining.metrics(run)).hasSize(2);
        assertThat(run.resolve("mirza.safetensors")).doesNotExist();
        assertThat(
                        AdapterFile.open(run.resolve("checkpoints/step-000002.safetensors"))
                                .info()
                                .metadata())
                .containsEntry("ss_steps", "2");
    }

    @Test
    void leavesNothingButTheCacheWhenItIsStoppedBeforeTheFirstStep() {
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        tiny.service.train(
                                order("run"),
                                progress -> {
                                    if (progress.stage().equals("Training")) {
                                        cancel.cancel();
                                    }
                                },
                                cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("run")).isDirectoryNotContaining(Files::isRegularFile);
        assertThat(tiny.train(order("run")).adapter()).exists();
    }

    @Test
    void leavesOutWhatIsTooSmallWhereNothingIsEnlarged() throws IOException {
        assertThatThrownBy(() -> tiny.train(order("run", "upscale=false")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("9 pictures")
                .hasMessageContaining("upscale=true");
        ImageIO.write(Scenes.scene(1, 200, 150), "png", data.resolve("more.png").toFile());
        TrainingResult result = tiny.train(order("run", "upscale=false", "steps=1"));
        assertThat(result.pictures()).isEqualTo(10);
        assertThat(result.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.file()).hasFileName("picture-09.webp"));
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.createDirectory(folder.resolve("run"));
        Files.writeString(folder.resolve("run/plan.json"), "{}");
        assertThatThrownBy(() -> tiny.train(order("run")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is not empty, it holds plan.json");
        assertThat(folder.resolve("run/plan.json")).hasContent("{}");
    }

    @Test
    void refusesWrongSettingsBeforeAnythingIsWritten() {
        assertRefused("pace=7", "There is no setting 'pace'; choose among adapterFormat, alpha,");
        assertRefused("steps=many", "The setting steps is 'many': choose a whole number from 1");
        assertRefused("steps=0", "The setting steps is '0'");
        assertRefused("learningRate=NaN", "The setting learningRate is 'NaN'");
        assertRefused("targets=some", "There is no targets 'some'; choose one of attn, attn+ff");
        assertRefused("optimizer=adam", "There is no optimizer 'adam'");
        assertRefused("upscale=perhaps", "choose one of true, false");
    }

    private void assertRefused(String set, String message) {
        assertThatThrownBy(() -> tiny.train(order("run", set)))
                .as(set)
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void wantsATrigger() {
        TrainingOrder order =
                new TrainingOrder(
                        ModelChoice.of(TinyTraining.MODEL),
                        data,
                        " ",
                        folder.resolve("run"),
                        Map.of(),
                        DeviceChoice.CPU);
        assertThatThrownBy(() -> tiny.train(order)).hasMessageContaining("trigger");
    }
}
