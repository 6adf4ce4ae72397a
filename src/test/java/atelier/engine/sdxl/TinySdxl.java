package atelier.engine.sdxl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.weights.DType;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderConfig.Activation;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.VaeConfig;
import atelier.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference's tiny model in fp32, on a lane of its own. */
public final class TinySdxl implements AutoCloseable {

    public final Lane lane = new Lane();
    public final Torch torch = lane.call(() -> new Torch(lane, Device.cpu()));

    /** A tensor of the reference as an array of the same shape. */
    public NDArray array(NDManager owner, Reference.Tensors tensors, String name) {
        long[] shape = shape(tensors, name);
        return tensors.file().tensors().get(name).dtype() == DType.I64
                ? torch.longs(owner, tensors.longs(name), shape)
                : torch.floats(owner, tensors.floats(name), shape);
    }

    private static long[] shape(Reference.Tensors tensors, String name) {
        return tensors.shape(name).stream().mapToLong(Long::longValue).toArray();
    }

    Vae vae() {
        return lane.call(() -> vae(arrays("vae/diffusion_pytorch_model.safetensors")));
    }

    /** The autoencoder with these weights; on the lane. */
    Vae vae(Map<String, NDArray> arrays) {
        return new Vae(torch, vaeConfig(), arrays);
    }

    public TextEncoder textEncoder(String folder) {
        return lane.call(() ->
                new TextEncoder(torch, textConfig(folder), arrays(folder + "/model.safetensors")));
    }

    public UNet unet() {
        return unet(ComputeType.FLOAT32);
    }

    /** The UNet with weights of that type. */
    public UNet unet(ComputeType type) {
        return lane.call(() -> {
            Map<String, NDArray> arrays = arrays("unet/diffusion_pytorch_model.safetensors");
            arrays.replaceAll((name, array) -> torch.cast(torch.manager(), array, type));
            return new UNet(torch, unetConfig(), arrays);
        });
    }

    private static UNetConfig unetConfig() {
        JsonNode json = config("unet");
        List<String> types = new ArrayList<>();
        json.get("down_block_types").forEach(type -> types.add(type.asString()));
        List<Integer> depths = new ArrayList<>(ints(json.get("transformer_layers_per_block")));
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).equals("DownBlock2D")) {
                depths.set(i, 0);
            }
        }
        return new UNetConfig(
                json.get("in_channels").asInt(),
                json.get("out_channels").asInt(),
                ints(json.get("block_out_channels")),
                json.get("layers_per_block").asInt(),
                depths,
                ints(json.get("attention_head_dim")),
                json.get("cross_attention_dim").asInt(),
                json.get("norm_num_groups").asInt(),
                json.get("addition_time_embed_dim").asInt(),
                json.get("projection_class_embeddings_input_dim").asInt()
                        - 6 * json.get("addition_time_embed_dim").asInt());
    }

    VaeConfig vaeConfig() {
        JsonNode json = config("vae");
        return new VaeConfig(
                json.get("in_channels").asInt(),
                json.get("latent_channels").asInt(),
                ints(json.get("block_out_channels")),
                json.get("layers_per_block").asInt(),
                json.get("norm_num_groups").asInt(),
                json.get("scaling_factor").asDouble());
    }

    TextEncoderConfig textConfig(String folder) {
        JsonNode json = config(folder);
        boolean projected = json.get("architectures").get(0).asString().endsWith("WithProjection");
        return new TextEncoderConfig(
                json.get("num_hidden_layers").asInt(),
                json.get("hidden_size").asInt(),
                json.get("num_attention_heads").asInt(),
                json.get("intermediate_size").asInt(),
                json.get("max_position_embeddings").asInt(),
                json.get("vocab_size").asInt(),
                json.get("hidden_act").asString().equals("quick_gelu")
                        ? Activation.QUICK_GELU
                        : Activation.GELU,
                projected ? json.get("projection_dim").asInt() : 0);
    }

    public Map<String, NDArray> arrays(String file) {
        Reference.Tensors tensors = Reference.of("tiny-sdxl").tensors(file);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (String name : tensors.names()) {
            arrays.put(name, array(torch.manager(), tensors, name));
        }
        return arrays;
    }

    private static JsonNode config(String folder) {
        try {
            return new JsonMapper()
                    .readTree(
                            Files.readString(
                                    Reference.of("tiny-sdxl").path(folder + "/config.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> ints = new ArrayList<>();
        array.forEach(value -> ints.add(value.asInt()));
        return List.copyOf(ints);
    }

    @Override
    public void close() {
        lane.run(torch::close);
        lane.close();
    }
}
