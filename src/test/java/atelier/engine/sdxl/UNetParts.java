package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Single layers of the tiny UNet, called through a program that only tests have. */
final class UNetParts implements AutoCloseable {

    private final TinySdxl tiny;
    private final NDManager owner;
    private final Program program;
    private final Map<String, NDArray> arrays;
    private final UNet unet;

    UNetParts(TinySdxl tiny, NDManager owner) {
        this.tiny = tiny;
        this.owner = owner;
        this.program = tiny.torch.load("sdxl/parts");
        this.arrays = tiny.arrays("unet/diffusion_pytorch_model.safetensors");
        this.unet = tiny.unet();
    }

    void embeddings(Map<String, float[]> outputs, float timestep, Condition condition) {
        NDArray time =
                sinusoid(
                        tiny.torch.floats(owner, new float[] {timestep}, 1),
                        unet.config().blockOutChannels().getFirst());
        NDArray sizes = sinusoid(condition.sizes().flatten(), unet.config().additionTimeEmbedDim());
        NDArray add = condition.pooled().concat(sizes.reshape(1, -1), 1);
        outputs.put("time_proj", time.toFloatArray());
        outputs.put("add_time_proj", sizes.toFloatArray());
        outputs.put("time_embedding", call("time_embedding", "time_embedding", "", time));
        outputs.put("add_embedding", call("add_embedding", "add_embedding", "", add));
    }

    private NDArray sinusoid(NDArray values, long width) {
        return program.call(
                owner,
                "sinusoid",
                Weights.of(Map.of("width", tiny.torch.number(owner, width))),
                values);
    }

    void normOut(Map<String, float[]> outputs, NDArray input) {
        outputs.put("conv_norm_out", call("conv_norm_out", "conv_norm_out", "", input));
    }

    /**
     * What the attentions and the feed-forward layer of a transformer block give, before they are
     * added.
     */
    void insideOf(Map<String, float[]> outputs, String path, NDArray input, Condition condition) {
        NDArray x = input;
        for (String part : new String[] {"attn1", "attn2", "ff"}) {
            float[] values =
                    part.equals("attn2")
                            ? call(part, "", path + ".", x, condition.context())
                            : call(part, "", path + ".", x);
            outputs.put(path + "." + part, values);
            x = x.add(tiny.torch.floats(owner, values, x.getShape().getShape()));
        }
    }

    private float[] call(String method, String only, String prefix, NDArray... inputs) {
        Map<String, NDArray> entries = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix + only)) {
                entries.put(name.substring(prefix.length()), array);
            }
        });
        entries.put("groups", tiny.torch.number(owner, unet.config().normGroups()));
        entries.put("heads", tiny.torch.number(owner, heads(prefix)));
        return program.call(owner, method, Weights.of(entries), inputs).toFloatArray();
    }

    private long heads(String prefix) {
        String[] path = prefix.split("\\.");
        return switch (path[0]) {
            case "down_blocks" -> unet.config().heads().get(Integer.parseInt(path[1]));
            case "up_blocks" -> unet.config().heads().reversed().get(Integer.parseInt(path[1]));
            default -> unet.config().heads().getLast();
        };
    }

    @Override
    public void close() {
        unet.close();
        program.close();
    }
}
