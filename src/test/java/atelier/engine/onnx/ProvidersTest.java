package atelier.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtProvider;
import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final Set<OrtProvider> CPU_BUILD = Set.of(OrtProvider.CPU);
    private static final Set<OrtProvider> CUDA_BUILD = Set.of(OrtProvider.CPU, OrtProvider.CUDA);
    private static final Set<OrtProvider> MAC_BUILD = Set.of(OrtProvider.CPU, OrtProvider.CORE_ML);

    private static Providers providers(Set<OrtProvider> built, DeviceChoice... ready) {
        return new Providers(built, Set.of(ready), provider -> Optional.empty());
    }

    private static Providers broken(Set<OrtProvider> built, DeviceChoice... ready) {
        return new Providers(
                built, Set.of(ready), provider -> Optional.of("libcudnn.so.9 is missing"));
    }

    private static void assertRefused(Providers providers, DeviceChoice choice, String why) {
        assertThatThrownBy(() -> providers.resolve(choice))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(why)
                .hasMessageEndingWith(", or choose --device cpu.");
    }

    @Test
    void whatIsAskedForAndThereIsTaken() {
        assertThat(providers(CUDA_BUILD, DeviceChoice.CUDA).resolve(DeviceChoice.CUDA))
                .isEqualTo(ExecutionProvider.CUDA);
        assertThat(providers(MAC_BUILD, DeviceChoice.MPS).resolve(DeviceChoice.MPS))
                .isEqualTo(ExecutionProvider.CORE_ML);
        assertThat(providers(CUDA_BUILD, DeviceChoice.CUDA).resolve(DeviceChoice.CPU))
                .isEqualTo(ExecutionProvider.CPU);
    }

    @Test
    void whatIsAskedForAndNotThereIsNeverReplaced() {
        assertRefused(
                providers(CPU_BUILD, DeviceChoice.CUDA),
                DeviceChoice.CUDA,
                "ONNX Runtime is here without CUDA");
        assertRefused(
                providers(CUDA_BUILD, DeviceChoice.CPU),
                DeviceChoice.CUDA,
                "This machine has no working device for CUDA");
        assertRefused(
                broken(CUDA_BUILD, DeviceChoice.CUDA),
                DeviceChoice.CUDA,
                "ONNX Runtime cannot start CUDA (libcudnn.so.9 is missing)");
        assertRefused(
                providers(CPU_BUILD), DeviceChoice.MPS, "ONNX Runtime is here without CoreML");
    }

    @Test
    void onlyAutomaticMayEndOnTheProcessor() {
        assertThat(providers(CUDA_BUILD, DeviceChoice.CUDA).resolve(DeviceChoice.AUTO))
                .isEqualTo(ExecutionProvider.CUDA);
        assertThat(providers(MAC_BUILD, DeviceChoice.MPS).resolve(DeviceChoice.AUTO))
                .isEqualTo(ExecutionProvider.CORE_ML);
        assertThat(broken(CUDA_BUILD, DeviceChoice.CUDA).resolve(DeviceChoice.AUTO))
                .isEqualTo(ExecutionProvider.CPU);
        assertThat(providers(CUDA_BUILD).resolve(DeviceChoice.AUTO))
                .isEqualTo(ExecutionProvider.CPU);
        assertThat(providers(CPU_BUILD, DeviceChoice.CUDA).resolve(DeviceChoice.AUTO))
                .isEqualTo(ExecutionProvider.CPU);
    }

    /** The build that tests run with has the processor's provider alone, whatever the machine. */
    @Test
    void thisMachineSaysWhatItHas() {
        Providers here = Providers.ofThisMachine();
        assertThat(here.resolve(DeviceChoice.CPU)).isEqualTo(ExecutionProvider.CPU);
        assertThat(here.resolve(DeviceChoice.AUTO)).isNotNull();
    }
}
