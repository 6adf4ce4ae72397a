package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.lora.AdapterFile;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.adapter.AdapterInfo;
import atelier.model.generation.AdapterUse;
import atelier.model.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the tiny random model that train its text encoders, too. */
class TextEncoderRunTest {

    private static TinyTraining tiny;

    @TempDir Path folder;

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
        TinyTraining.data(folder);
    }

    private TrainingResult train(String out, String... sets) {
        return tiny.train(TinyTraining.order(folder, out, sets));
    }

    private static List<String> keys(Path adapter, String prefix) {
        return SafetensorsFile.open(adapter).tensors().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Test
    void writesAndUsesWhatItTrainedOfBothEncoders() throws IOException {
        byte[] plain = TinyPicture.of(tiny, folder);
        TrainingResult result =
                train(
                        "run",
                        "steps=4",
                        "batchSize=2",
                        "learningRate=1e-9",
                        "textEncoder1Rate=0.02",
                        "textEncoder2Rate=0.01",
                        "warmUpSteps=0");
        Path adapter = result.adapter();

        // Three arrays a layer; six layers in each of three and four.
        assertThat(keys(adapter, "lora_te1_text_model_encoder_layers_")).hasSize(3 * 6 * 3);
        assertThat(keys(adapter, "lora_te2_text_model_encoder_layers_")).hasSize(3 * 6 * 4);
        assertThat(keys(adapter, "lora_te")).hasSize(3 * 6 * 7);
        AdapterInfo info = AdapterFile.open(adapter).info();
        assertThat(info.metadata())
                .containsEntry("ss_text_encoder_lr", "[0.02, 0.01]")
                .containsEntry("ss_unet_lr", "1.0E-9");

        byte[] trained = TinyPicture.of(tiny, folder, new AdapterUse(adapter, 1));
        assertThat(trained).isNotEqualTo(plain);
        assertThat(TinyPicture.of(tiny, folder)).isEqualTo(plain);
        // No caption was encoded before the encoders changed.
        assertThat(folder.resolve("run/cache/texts")).isEmptyDirectory();
        assertThat(folder.resolve("run/cache/latents")).isNotEmptyDirectory();
    }

    @Test
    void repeatsToTheBitAndNeedsNoRateOfBoth() throws IOException {
        String[] sets = {"textEncoder2Rate=0.01", "warmUpSteps=0", "captionDropout=0.3"};
        Path first = train("first", sets).adapter();
        Path second = train("second", sets).adapter();
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        assertThat(keys(first, "lora_te1_")).isEmpty();
        assertThat(keys(first, "lora_te2_")).hasSize(3 * 6 * 4);
        assertThat(keys(first, "lora_unet_")).isNotEmpty();
    }

    @Test
    void leavesTheEncodersOutWithoutARate() {
        Path adapter = train("run").adapter();
        assertThat(keys(adapter, "lora_te")).isEmpty();
        assertThat(AdapterFile.open(adapter).info().metadata())
                .containsEntry("ss_text_encoder_lr", "0.0");
        assertThat(folder.resolve("run/cache/texts")).isNotEmptyDirectory();
    }
}
