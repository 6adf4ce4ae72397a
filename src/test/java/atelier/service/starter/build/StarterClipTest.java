package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text encoder and the picture tower that lie in models/starter. */
class StarterClipTest {

    private static final Path STARTER = Path.of("models", "starter");
    private static final long NEVER_TRAINED_ON = 4712;
    private static final int PICTURES = 4 * Retrieval.AMONG;

    @Test
    void findsTheCaptionsOfPicturesThatItNeverSaw() {
        CancelToken cancel = new CancelToken();
        PicturePool pictures =
                PicturePool.paint(
                        new SamplePortraits(NEVER_TRAINED_ON),
                        PICTURES,
                        128,
                        ProgressListener.NONE,
                        cancel);
        ClipTokenizer tokenizer =
                ClipTokenizer.open(
                        STARTER.resolve(TokenizerSlot.SECOND.folder()), TokenizerSlot.SECOND);
        try (Accelerator accelerator = new Accelerator()) {
            Map<String, Object> figures =
                    accelerator.call(
                            DeviceChoice.CPU,
                            (torch, device) ->
                                    Retrieval.measure(
                                            torch,
                                            STARTER,
                                            tokenizer,
                                            pictures,
                                            ProgressListener.NONE,
                                            cancel));
            assertThat((Double) figures.get("captionAmong32")).isGreaterThan(0.75);
        }
    }
}
