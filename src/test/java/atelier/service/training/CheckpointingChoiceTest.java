package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Checkpoint;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.settings.DeviceChoice;
import atelier.service.dataset.FramedPicture;
import atelier.service.dataset.Pictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointingChoiceTest {

    private static final ComputeDevice CPU =
            new ComputeDevice(DeviceChoice.CPU, "CPU", ComputeType.FLOAT32);
    private static final ComputeDevice GPU =
            new ComputeDevice(DeviceChoice.CUDA, "NVIDIA GPU", ComputeType.BFLOAT16);

    @TempDir private Path folder;

    private boolean checkpointed(String setting, ComputeDevice device, int batch, int side) {
        Framing framing = new Framing(side, side, side, side);
        DatasetPicture picture = Pictures.of(folder.resolve("a.png"), null);
        TrainingJob job =
                new TrainingJob(
                        TinyTraining.order(folder, "run"),
                        PlanReader.read(
                                Map.of(
                                        "checkpointing",
                                        setting,
                                        "batchSize",
                                        Integer.toString(batch)),
                                10,
                                side),
                        new RunFolder(folder),
                        Checkpoint.open(TinyTraining.MODEL),
                        List.of(),
                        new TokenizerFiles(folder).open(TinyTraining.MODEL),
                        List.of(new FramedPicture(picture, framing)),
                        List.of(),
                        List.of(),
                        null);
        return CheckpointingChoice.of(job, device, 8);
    }

    @ParameterizedTest
    @CsvSource({"on, true", "off, false"})
    void whatIsSetIsDoneWhateverTheSize(String setting, boolean wanted) {
        assertThat(checkpointed(setting, CPU, 1, 64)).isEqualTo(wanted);
        assertThat(checkpointed(setting, GPU, 256, 4096)).isEqualTo(wanted);
    }

    @Test
    void onTheProcessorOnlyWhatIsTooLargeForTheMemoryIsComputedTwice() {
        assertThat(checkpointed("auto", CPU, 1, 64)).isFalse();
        // Hundreds of gigabytes, even of so small a network.
        assertThat(checkpointed("auto", CPU, 256, 4096)).isTrue();
    }

    @Test
    void onAGraphicsCardMemoryAlwaysCountsMore() {
        assertThat(checkpointed("auto", GPU, 1, 64)).isTrue();
    }
}
