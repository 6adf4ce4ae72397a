package atelier.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import atelier.engine.torch.Devices;
import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import atelier.model.settings.FoundDevice;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what the small networks run on. What was asked for and is not there is an error, never a
 * silent fall-back; only {@link DeviceChoice#AUTO} may end on the CPU.
 */
final class Providers {

    private final Set<OrtProvider> built;
    private final Set<DeviceChoice> ready;
    private final Function<ExecutionProvider, Optional<String>> trouble;

    /**
     * @param built what this build of ONNX Runtime holds
     * @param ready the devices that this machine has
     * @param trouble what keeps a provider from starting; empty where nothing does
     */
    Providers(
            Set<OrtProvider> built,
            Set<DeviceChoice> ready,
            Function<ExecutionProvider, Optional<String>> trouble) {
        this.built = Set.copyOf(built);
        this.ready = Set.copyOf(ready);
        this.trouble = trouble;
    }

    static Providers ofThisMachine() {
        return new Providers(
                OrtEnvironment.getAvailableProviders(),
                Devices.ofThisMachine().found().stream()
                        .filter(FoundDevice::isReady)
                        .map(FoundDevice::kind)
                        .collect(Collectors.toSet()),
                Providers::whatHinders);
    }

    private static Optional<String> whatHinders(ExecutionProvider provider) {
        try (SessionOptions options = new SessionOptions()) {
            provider.addTo(options);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The provider to use.
     *
     * @throws AtelierException if it was asked for by name and cannot be had: what is missing, and
     *     what to do
     */
    ExecutionProvider resolve(DeviceChoice choice) {
        return switch (choice) {
            case CPU -> ExecutionProvider.CPU;
            case CUDA -> required(ExecutionProvider.CUDA, choice);
            case MPS -> required(ExecutionProvider.CORE_ML, choice);
            case AUTO -> automatic();
        };
    }

    private ExecutionProvider automatic() {
        if (canBeHad(ExecutionProvider.CUDA, DeviceChoice.CUDA)) {
            return ExecutionProvider.CUDA;
        }
        return canBeHad(ExecutionProvider.CORE_ML, DeviceChoice.MPS)
                ? ExecutionProvider.CORE_ML
                : ExecutionProvider.CPU;
    }

    private boolean canBeHad(ExecutionProvider provider, DeviceChoice device) {
        return built.contains(provider.runtimeName())
                && ready.contains(device)
                && trouble.apply(provider).isEmpty();
    }

    private ExecutionProvider required(ExecutionProvider provider, DeviceChoice device) {
        if (!built.contains(provider.runtimeName())) {
            throw new AtelierException(
                    "ONNX Runtime is here without %s, so faces and upscaling cannot use it: install Atelier's build for it, or choose --device cpu."
                            .formatted(provider.label()));
        }
        if (!ready.contains(device)) {
            throw new AtelierException(
                    "This machine has no working device for %s: install its driver, or choose --device cpu."
                            .formatted(provider.label()));
        }
        trouble.apply(provider)
                .ifPresent(reason -> {
                    throw new AtelierException(
                            "ONNX Runtime cannot start %s (%s): install what it lacks, or choose --device cpu."
                                    .formatted(provider.label(), reason));
                });
        return provider;
    }
}
