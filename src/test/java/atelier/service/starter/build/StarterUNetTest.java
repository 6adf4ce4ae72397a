package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The UNet that lies in models/starter, with all that lies beside it. */
class StarterUNetTest {

    private static final Path STARTER = Path.of("models", "starter");
    private static final long NEVER_TRAINED_ON = 4713;

    @TempDir private Path folder;

    private Map<String, Object> measured(int generations) {
        StageRecipe recipe =
                RecipeFile.read(STARTER.resolve("recipe.json")).stages().stream()
                        .filter(stage -> stage.type().equals("unet"))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        DenoiserSettings settings = RecipeFile.settings(recipe, DenoiserSettings.class);
        try (Accelerator accelerator = new Accelerator()) {
            return accelerator.call(
                    DeviceChoice.CPU,
                    (torch, device) -> measured(torch, device, recipe, settings, generations));
        }
    }

    private Map<String, Object> measured(
            Torch torch,
            ComputeDevice device,
            StageRecipe recipe,
            DenoiserSettings settings,
            int generations) {
        CancelToken cancel = new CancelToken();
        try (SdxlModel model =
                SdxlModel.load(
                        torch,
                        Checkpoint.open(STARTER),
                        device.type(),
                        new TokenizerFiles(STARTER).open(STARTER),
                        ProgressListener.NONE,
                        cancel)) {
            return new AskedAttributes(
                            new StageContext(
                                    torch, device, recipe, NEVER_TRAINED_ON, STARTER, STARTER),
                            settings,
                            model,
                            new SamplePortraits(NEVER_TRAINED_ON))
                    .measure(
                            generations,
                            folder.resolve("sheet.png"),
                            ProgressListener.NONE,
                            cancel);
        }
    }

    /** Of few images the share of one attribute says little, the mean of all something. */
    @Test
    void imagesShowWhatCaptionsAskFor() {
        assertThat((Double) measured(16).get("meanShare")).isGreaterThan(0.5);
    }

    @Test
    @Tag("slow")
    void fiveHundredImagesShowEachAttributeThatCaptionsAskFor() {
        Map<String, Object> figures = measured(500);
        assertThat((Double) figures.get("meanShare")).as("%s", figures).isGreaterThanOrEqualTo(0.8);
        assertThat((Double) figures.get("leastShare"))
                .as("%s", figures)
                .isGreaterThanOrEqualTo(0.6);
    }
}
