package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.FoundDevice;
import atelier.model.settings.FoundDevice.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the user reads when the device asked for is not there; the driver is a stub library compiled
 * on the spot.
 */
class DevicesTest {

    @TempDir Path folder;

    @Test
    void namesTheMissingDriver() {
        assertThatThrownBy(() -> linux("libno-such-driver.so.1").resolve(DeviceChoice.CUDA))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("No NVIDIA driver was found")
                .hasMessageContaining("--device cpu");
    }

    @Test
    void namesTheDriverThatIsTooOld() throws Exception {
        assertThatThrownBy(
                        () -> linux(stub("*version = 12040; return 0;")).resolve(DeviceChoice.CUDA))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("CUDA 12.4")
                .hasMessageContaining("12.8");
    }

    @Test
    void namesTheMissingCudaLibTorch() throws Exception {
        assertThatThrownBy(
                        () -> linux(stub("*version = 13000; return 0;")).resolve(DeviceChoice.CUDA))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("PYTORCH_LIBRARY_PATH")
                .hasMessageContaining("cuDNN 9");
    }

    @Test
    void tellsWhatThereIsWithoutLibTorch() throws Exception {
        assertThat(readiness(linux("libno-such-driver.so.1")))
                .containsExactly(Readiness.NO_DRIVER, Readiness.OTHER_MACHINE, Readiness.READY);
        assertThat(readiness(linux(stub("*version = 12040; return 0;"))))
                .startsWith(Readiness.OLD_DRIVER);
        assertThat(readiness(linux(stub("*version = 13000; return 0;"))))
                .startsWith(Readiness.READY);
        assertThat(readiness(new Devices(new NvidiaDriver("none"), "Mac OS X", "aarch64")))
                .containsExactly(Readiness.OTHER_MACHINE, Readiness.READY, Readiness.READY);
    }

    private static List<Readiness> readiness(Devices devices) {
        assertThat(devices.found())
                .extracting(FoundDevice::kind)
                .containsExactly(DeviceChoice.CUDA, DeviceChoice.MPS, DeviceChoice.CPU);
        return devices.found().stream().map(FoundDevice::readiness).toList();
    }

    @Test
    void takesADriverThatFailsForNone() throws Exception {
        assertThatThrownBy(() ->
                        linux(stub("*version = 13000; return 999;")).resolve(DeviceChoice.CUDA))
                .hasMessageContaining("No NVIDIA driver was found");
    }

    @Test
    void fallsBackToTheCpuOnlyWhenLeftToChoose() throws Exception {
        assertThat(linux(stub("*version = 13000; return 0;")).resolve(DeviceChoice.AUTO).kind())
                .isEqualTo(DeviceChoice.CPU);
    }

    @Test
    void saysThatMpsIsApples() {
        assertThatThrownBy(() -> linux("libno-such-driver.so.1").resolve(DeviceChoice.MPS))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("Apple's GPU");
    }

    @Test
    void takesMpsOnAppleSilicon() {
        Devices mac =
                new Devices(new NvidiaDriver("libno-such-driver.so.1"), "Mac OS X", "aarch64");
        assertThat(mac.resolve(DeviceChoice.AUTO).kind()).isEqualTo(DeviceChoice.MPS);
        assertThat(mac.resolve(DeviceChoice.MPS).device().getDeviceType()).isEqualTo("mps");
    }

    private static Devices linux(String library) {
        return new Devices(new NvidiaDriver(library), "Linux", "amd64");
    }

    private String stub(String body) throws IOException, InterruptedException {
        Path source = folder.resolve("driver.c");
        Path library = folder.resolve("libdriver.so");
        Files.writeString(source, "int cuDriverGetVersion(int *version) { " + body + " }\n");
        try {
            Process compiler =
                    new ProcessBuilder(
                                    "cc",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    source.toString())
                            .inheritIO()
                            .start();
            assertThat(compiler.waitFor()).isZero();
        } catch (IOException e) {
            assumeTrue(false, "no C compiler (cc) to make the stub driver with");
        }
        return library.toString();
    }
}
