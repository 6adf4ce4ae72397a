package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a network that was trained here as its folder of a diffusers model: {@code config.json}
 * and one file of weights in fp16, which other programs take as the model's variant {@code fp16}.
 */
public final class NetworkFolder {

    private static final String SCHEDULER = "EulerDiscreteScheduler";
    private static final String ENDING = ".fp16.safetensors";

    private final Path model;

    /**
     * @param model the model's folder, which must be there; that of a network is made in it
     */
    public NetworkFolder(Path model) {
        this.model = model;
    }

    /** Where the weights of a network lie. */
    public Path weights(Component component) {
        return model.resolve(component.folder())
                .resolve(
                        (component.isTextEncoder() ? "model" : "diffusion_pytorch_model") + ENDING);
    }

    /**
     * Writes an autoencoder, in place of one that is there.
     *
     * @param side pixels of a side of the pictures that it was trained for
     * @param weights by diffusers name
     * @throws AtelierException if a number is not finite or too large, or it cannot be written
     */
    public void writeVae(VaeConfig config, int side, Map<String, FloatTensor> weights) {
        ObjectNode json = inference(VaeShapes.of(config)).vae();
        json.put("norm_num_groups", config.normGroups());
        json.put("scaling_factor", config.scalingFactor());
        json.put("sample_size", side);
        write(Component.VAE, json, weights);
    }

    /**
     * Writes a UNet, in place of one that is there.
     *
     * @param side of the latents that it was trained for
     * @param weights by diffusers name
     * @throws AtelierException if a number is not finite or too large, or it cannot be written
     */
    public void writeUNet(UNetConfig config, int side, Map<String, FloatTensor> weights) {
        ObjectNode json = inference(UNetShapes.of(config)).unet(config.pooledDim());
        json.put("norm_num_groups", config.normGroups());
        json.put("sample_size", side);
        ArrayNode heads = json.putArray("attention_head_dim");
        config.heads().forEach(heads::add);
        write(Component.UNET, json, weights);
    }

    /**
     * Writes a text encoder, in place of one that is there.
     *
     * @param component which of the two
     * @param weights by transformers' name
     * @throws AtelierException if a number is not finite or too large, or it cannot be written
     */
    public void writeTextEncoder(
            Component component, TextEncoderConfig config, Map<String, FloatTensor> weights) {
        ObjectNode json = inference(TextEncoderShapes.of(config)).textEncoder(component);
        json.put(
                "hidden_act",
                config.activation() == TextEncoderConfig.Activation.GELU ? "gelu" : "quick_gelu");
        json.put("num_attention_heads", config.heads());
        json.put("torch_dtype", "float16");
        write(component, json, weights);
    }

    /**
     * The sizes of a text encoder that is there.
     *
     * @throws AtelierException if its configuration cannot be read
     */
    public TextEncoderConfig textEncoder(Component component) {
        Path file = model.resolve(component.folder()).resolve("config.json");
        return ConfigReader.textEncoder(ConfigReader.json(file), file.toString());
    }

    /**
     * Says that all parts of a model are there, in place of what was said: its index, and noise as
     * SDXL has it. An empty prompt is encoded like any other.
     *
     * @throws AtelierException if it cannot be written
     */
    public void writeIndex() {
        ObjectNode scheduler = ConfigTemplate.SCHEDULER.config();
        scheduler.put("_class_name", SCHEDULER);
        Path folder = model.resolve("scheduler");
        make(folder);
        ConfigFiles.replace(folder.resolve("scheduler_config.json"), scheduler);
        ConfigFiles.replace(
                model.resolve("model_index.json"),
                ModelIndex.of(false, SCHEDULER, EnumSet.allOf(Component.class), true));
    }

    private ConfigInference inference(Map<String, List<Long>> shapes) {
        return new ConfigInference(shapes, model.toString());
    }

    private void write(Component component, ObjectNode config, Map<String, FloatTensor> weights) {
        Path file = weights(component);
        Path folder = model.resolve(component.folder());
        make(folder);
        FloatTensorFile.writeHalves(file, weights, component.label());
        ConfigFiles.replace(folder.resolve("config.json"), config);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw WeightFileErrors.writing(folder, e);
        }
    }
}
