package atelier.engine.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.CoreMLFlags;
import java.util.EnumSet;

/** What ONNX Runtime computes with. */
public enum ExecutionProvider {
    /** The processor. */
    CPU("CPU", OrtProvider.CPU),
    /** An NVIDIA GPU. */
    CUDA("CUDA", OrtProvider.CUDA),
    /** Apple's GPU and neural engine. */
    CORE_ML("CoreML", OrtProvider.CORE_ML);

    private final String label;
    private final OrtProvider runtimeName;

    ExecutionProvider(String label, OrtProvider runtimeName) {
        this.label = label;
        this.runtimeName = runtimeName;
    }

    /** As shown to the user. */
    public String label() {
        return label;
    }

    OrtProvider runtimeName() {
        return runtimeName;
    }

    /** Asks for it; the processor is always there for what another one leaves to it. */
    void addTo(SessionOptions options) throws OrtException {
        switch (this) {
            case CPU -> {}
            case CUDA -> options.addCUDA();
            case CORE_ML -> options.addCoreML(EnumSet.of(CoreMLFlags.CREATE_MLPROGRAM));
        }
    }
}
