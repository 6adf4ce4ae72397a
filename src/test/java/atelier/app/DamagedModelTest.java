package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.engine.weights.DamagedModels;
import atelier.engine.weights.SafetensorsFile;
import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models and adapters with a weight that is no number, from a training that diverged or a merge
 * that overflowed: the tensor and the file are named, whatever is done with them.
 */
class DamagedModelTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final String VAE = "vae/diffusion_pytorch_model.safetensors";
    private static final int FAILED = 1;

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private CommandLineRun generate(Path model, Object... more) {
        Object[] usual = {
            "generate",
            "--model",
            model,
            "--prompt",
            "cat",
            "--size",
            "64x64",
            "--steps",
            1,
            "--out",
            folder.resolve("out")
        };
        return studio.run(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
    }

    private void noImage() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unet/diffusion_pytorch_model, mid_block.attentions.0.proj_in.weight, NaN",
        "unet/diffusion_pytorch_model, mid_block.resnets.0.conv1.bias, -Infinity",
        "unet/diffusion_pytorch_model, add_embedding.linear_2.weight, Infinity",
        "vae/diffusion_pytorch_model, decoder.conv_out.weight, NaN",
        "vae/diffusion_pytorch_model, encoder.conv_in.bias, Infinity",
        "text_encoder/model, text_model.encoder.layers.0.mlp.fc1.weight, NaN",
        "text_encoder/model, text_model.embeddings.position_embedding.weight, Infinity",
        "text_encoder_2/model, text_model.encoder.layers.1.self_attn.q_proj.bias, NaN",
        "text_encoder_2/model, text_projection.weight, Infinity"
    })
    void neitherGeneratedWithNorTrainedOn(String file, String tensor, float value)
            throws IOException {
        Path model = folder.resolve("model");
        DamagedModels.copy(MODEL, model, file + ".safetensors", tensor, value);
        String[] named = {model.resolve(file + ".safetensors").toString(), " 1 of ", tensor};
        generate(model).requireRefusal(FAILED, named);
        noImage();

        DrawnPictures.into(Files.createDirectory(folder.resolve("data")));
        studio.run(
                        "train",
                        "--model",
                        model,
                        "--data",
                        folder.resolve("data"),
                        "--trigger",
                        "mia",
                        "--set",
                        "steps=1",
                        "--set",
                        "resolution=64",
                        "--out",
                        folder.resolve("run"))
                .requireFailure(FAILED, named);
        assertThat(folder.resolve("run")).isDirectoryNotContaining(Files::isRegularFile);
    }

    @Test
    void aTensorOfASingleFileHasTheNameItHasThere() throws IOException {
        Path single = folder.resolve("single.safetensors");
        Files.copy(Reference.root().resolve("tiny-sdxl-ldm.safetensors"), single);
        String tensor = "model.diffusion_model.middle_block.0.in_layers.2.weight";
        DamagedModels.damage(single, tensor, Float.NaN);
        assertThat(studio.run("import-tokenizer", MODEL).exit()).isZero();
        generate(single, "--config", MODEL).requireRefusal(FAILED, single.toString(), tensor);
        noImage();
    }

    @Test
    void aVaeOfItsOwnIsRefusedBeforeAnythingIsSampled() throws IOException {
        Path other = folder.resolve("other");
        DamagedModels.copy(MODEL, other, VAE, "decoder.conv_in.weight", Float.NaN);
        CommandLineRun run = generate(MODEL, "--vae", other, "--json");
        assertThat(run.exit()).isEqualTo(FAILED);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains(other.resolve(VAE).toString(), "decoder.conv_in.weight");
        assertThat(run.out()).noneMatch(line -> line.contains("Sampling"));
        noImage();
    }

    @Test
    void anAdapterIsRefusedAsItIsTakenUp() throws IOException {
        Path adapter = folder.resolve("adapter.safetensors");
        Files.copy(Reference.root().resolve("lora/peft.safetensors"), adapter);
        String tensor =
                SafetensorsFile.open(adapter).tensors().keySet().stream().findFirst().orElseThrow();
        DamagedModels.damage(adapter, tensor, Float.NaN);
        generate(MODEL, "--adapter", adapter).requireRefusal(FAILED, adapter.toString(), tensor);
        noImage();
    }
}
