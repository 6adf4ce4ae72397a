package atelier.service.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.restoration.RestorationNetworks;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.RestorerChoice;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceBenchTest {

    private static final Accelerator ACCELERATOR = new Accelerator();

    private final FaceBench bench = new FaceBench(ACCELERATOR, 2);

    @AfterAll
    static void close() {
        ACCELERATOR.close();
    }

    private static FaceBench.Order order(int faces) {
        return new FaceBench.Order(null, faces, DeviceChoice.CPU);
    }

    @Test
    void measuresTheNetworkAndTheFace() {
        List<Progress> told = new ArrayList<>();
        FaceBench.Speed speed = bench.measure(order(3), told::add, new CancelToken());
        assertThat(speed.processor()).isEqualTo("CPU");
        assertThat(speed.side()).isEqualTo(512);
        assertThat(speed.network()).isPositive();
        assertThat(speed.face()).isPositive();
        assertThat(speed.ratio()).isEqualTo(speed.face() / speed.network());
        assertThat(told.getLast()).isEqualTo(Progress.of("Restoring faces", 5, 5, "face"));
    }

    @Test
    void measuresAGivenNetwork(@TempDir Path folder) {
        Path file = RestorationNetworks.plain(folder.resolve("gpen.onnx"), 256);
        FaceBench.Speed speed =
                bench.measure(
                        new FaceBench.Order(
                                new RestorerChoice("gpen-bfr-256", file, 0), 1, DeviceChoice.CPU),
                        ProgressListener.NONE,
                        new CancelToken());
        assertThat(speed.side()).isEqualTo(256);
    }

    @Test
    void noFacesCannotBeMeasuredAndMeasuringCanBeStopped() {
        assertThatThrownBy(() -> bench.measure(order(0), ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessage("0 faces cannot be measured: choose 1 or more.");
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> bench.measure(order(1), ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
    }
}
