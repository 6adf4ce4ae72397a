package atelier.service.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.UNetWork;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measurement at full size, over small networks of the same structure. */
class FullSizeBenchTest {

    private static final Accelerator ACCELERATOR = new Accelerator();

    private final FullSizeBench bench =
            new FullSizeBench(ACCELERATOR, SmallNetworks.SIZES, () -> 8_000_000_000L);
    private final List<Progress> told = new ArrayList<>();

    @AfterAll
    static void close() {
        ACCELERATOR.close();
    }

    @Test
    void measuresEverySizeAgainstTheMachinesOwnRate() {
        FullSizeBench.Result result = measure(order(2, picture(64, 96), picture(128, 128)));
        assertThat(result.unetParameters()).isEqualTo(SmallNetworks.SIZES.unetParameters());
        assertThat(result.product()).isPositive();
        assertThat(result.convolution()).isPositive();
        assertThat(result.speeds())
                .extracting(FullSizeBench.Speed::picture)
                .containsExactly(picture(64, 96), picture(128, 128));
        assertThat(result.speeds())
                .allSatisfy(speed -> {
                    assertThat(speed.seconds()).isPositive();
                    assertThat(speed.decode()).isPositive();
                    assertThat(speed.rate()).isEqualTo(speed.operations() / speed.seconds());
                    assertThat(speed.share()).isPositive();
                });
        assertThat(result.speeds().getFirst().operations())
                .isEqualTo(UNetWork.operations(SmallNetworks.SIZES.unet(), 12, 8, 77));
        assertThat(told.getLast().done()).isEqualTo(told.getLast().total()).isEqualTo(9);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the peak of a process")
    void knowsItsMemory() {
        FullSizeBench.Speed speed = measure(order(1, picture(64, 64))).speeds().getFirst();
        assertThat(speed.memory()).isGreaterThan(10_000_000L);
        assertThat(speed.decodeMemory()).isGreaterThan(10_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"100, 64", "64, 4", "0, 64"})
    void refusesSizesThatLatentsCannotHave(int width, int height) {
        assertThatThrownBy(() -> measure(order(1, picture(width, height))))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The size %dx%d cannot be measured: both sides must be divisible by 8.",
                        width, height);
    }

    @Test
    void refusesNoCalls() {
        assertThatThrownBy(() -> measure(order(0, picture(64, 64))))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("0 calls cannot be measured");
    }

    @Test
    void saysWhatIsMissingWhereTheMemoryIsShort() {
        FullSizeBench full =
                new FullSizeBench(ACCELERATOR, NetworkSizes.sdxl(), () -> 2_000_000_000L);
        assertThatThrownBy(() ->
                        full.measure(
                                order(1, picture(64, 64)),
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("and 2.0 GB are free: close other programs");
    }

    @Test
    void stopsWhenToldTo() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() ->
                        bench.measure(order(1, picture(64, 64)), ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
    }

    private FullSizeBench.Result measure(FullSizeBench.Order order) {
        return bench.measure(order, told::add, new CancelToken());
    }

    private static FullSizeBench.Order order(int calls, FullSizeBench.Picture... pictures) {
        return new FullSizeBench.Order(List.of(pictures), calls, DeviceChoice.CPU);
    }

    private static FullSizeBench.Picture picture(int width, int height) {
        return new FullSizeBench.Picture(width, height);
    }
}
