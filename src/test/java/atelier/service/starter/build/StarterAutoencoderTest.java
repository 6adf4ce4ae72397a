package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.Autoencoder;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.VaeFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The autoencoder that lies in models/starter. */
class StarterAutoencoderTest {

    private static final Path STARTER = Path.of("models", "starter");
    private static final long NEVER_TRAINED_ON = 4711;
    private static final int PICTURES = 12;

    @TempDir private Path folder;

    @Test
    void givesPicturesBackThatItNeverSaw() {
        CancelToken cancel = new CancelToken();
        try (Accelerator accelerator = new Accelerator()) {
            Map<String, Object> figures =
                    accelerator.call(
                            DeviceChoice.CPU,
                            (torch, device) -> {
                                PicturePool pictures =
                                        PicturePool.paint(
                                                new SamplePortraits(NEVER_TRAINED_ON),
                                                PICTURES,
                                                256,
                                                ProgressListener.NONE,
                                                cancel);
                                try (Autoencoder vae =
                                        Autoencoder.load(
                                                torch,
                                                VaeFile.open(STARTER.resolve("vae")),
                                                ComputeType.FLOAT32,
                                                cancel)) {
                                    return new Reconstructions(
                                                    vae.codec(),
                                                    pictures,
                                                    ProgressListener.NONE,
                                                    cancel)
                                            .measure(folder.resolve("sheet.png"));
                                }
                            });
            assertThat((Double) figures.get("psnr")).isGreaterThan(26);
        }
    }
}
