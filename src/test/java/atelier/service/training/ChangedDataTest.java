package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetOptions;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingOrder;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a dataset configuration that is paused, and what lies around it changed meanwhile. */
class ChangedDataTest {

    private static final String SUBSET =
            "[[datasets]]\n[[datasets.subsets]]\nimage_dir = 'data'\nconditioning_data_dir = 'masks'\n";

    private static TinyTraining tiny;

    @TempDir Path folder;
    private Path masks;
    private Path toml;

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
        Path data = TinyTraining.data(folder);
        masks = Files.createDirectory(folder.resolve("masks"));
        for (int i = 0; i < DrawnPictures.COUNT; i++) {
            Path picture = DrawnPictures.file(data, i);
            BufferedImage shape = new PictureReader().read(picture);
            mask(i, shape.getWidth(), shape.getHeight(), 2);
        }
        toml = Files.writeString(folder.resolve("dataset.toml"), SUBSET);
    }

    /** Bright in a part of its width. */
    private Path mask(int index, int width, int height, int part) throws IOException {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = mask.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width / part, height);
        graphics.dispose();
        Path file = masks.resolve("picture-%02d.png".formatted(index));
        ImageIO.write(mask, "png", file.toFile());
        return file;
    }

    private Path paused(String maskedLoss) {
        TrainingOrder usual =
                TinyTraining.order(
                        folder,
                        "run",
                        "steps=2",
                        "checkpointEvery=1",
                        "resolution=64",
                        "maskedLoss=" + maskedLoss);
        TrainingOrder order =
                new TrainingOrder(
                        usual.model(),
                        toml,
                        usual.trigger(),
                        usual.out(),
                        usual.sets(),
                        usual.device(),
                        DatasetOptions.USUAL);
        CancelToken cancel = new CancelToken();
        ProgressListener stopper =
                progress -> {
                    if (progress.stage().equals("Training") && progress.done() == 1) {
                        cancel.cancel();
                    }
                };
        assertThatThrownBy(() -> tiny.service.train(order, stopper, cancel))
                .isInstanceOf(RunPausedException.class);
        return order.out();
    }

    private static void resume(Path run) {
        tiny.later.resume(run, DeviceChoice.AUTO, ProgressListener.NONE, new CancelToken());
    }

    private static void assertRefused(Path run, String... says) throws IOException {
        var before = TinyTraining.files(run);
        assertThatThrownBy(() -> resume(run))
                .isInstanceOf(AtelierException.class)
                .hasMessageContainingAll(says)
                .hasMessageEndingWith(
                        "since the run began: put everything back as it was, or start a new run.");
        assertThat(TinyTraining.files(run)).isEqualTo(before);
    }

    @Test
    void aMaskThatWasChangedIsNamed() throws IOException {
        Path run = paused("plain");
        BufferedImage old = ImageIO.read(masks.resolve("picture-03.png").toFile());
        Path file = mask(3, old.getWidth(), old.getHeight(), 4);
        assertRefused(run, "The mask of picture-03.", "was changed");
        Files.delete(file);
        assertRefused(run, "The mask of picture-03.", "was changed");
        mask(3, old.getWidth(), old.getHeight(), 2);
        resume(run);
        assertThat(run.resolve("mirza.safetensors")).isRegularFile();
    }

    @Test
    void aMaskThatNothingIsUsedForMayChange() throws IOException {
        Path run = paused("off");
        BufferedImage old = ImageIO.read(masks.resolve("picture-03.png").toFile());
        mask(3, old.getWidth(), old.getHeight(), 4);
        resume(run);
        assertThat(run.resolve("mirza.safetensors")).isRegularFile();
    }

    /** The whole configuration is in the plan by what it makes of the pictures and captions. */
    @Test
    void aConfigurationThatWasChangedIsNoticedByWhatItDoes() throws IOException {
        Path run = paused("off");
        for (String line :
                List.of(
                        "shuffle_caption = true",
                        "keep_tokens = 3",
                        "keep_tokens_separator = '+'",
                        "caption_dropout_rate = 0.5",
                        "caption_dropout_every_n_epochs = 2",
                        "caption_tag_dropout_rate = 0.5",
                        "num_repeats = 2",
                        "flip_aug = true")) {
            Files.writeString(toml, SUBSET + line + "\n");
            assertRefused(run, "How picture-", "is trained on was changed");
        }
        for (String line : List.of("caption_prefix = 'a photo of'", "class_tokens = 'blob'")) {
            Files.writeString(toml, SUBSET + line + "\n");
            assertRefused(run, "The caption of picture-", "was changed");
        }
        Files.writeString(toml, "# The same in other words.\n" + SUBSET + "num_repeats = 1\n");
        resume(run);
        assertThat(run.resolve("mirza.safetensors")).isRegularFile();
    }
}
