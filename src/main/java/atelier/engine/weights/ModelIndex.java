package atelier.engine.weights;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the {@code model_index.json} of a diffusers folder. */
final class ModelIndex {

    private ModelIndex() {}

    /**
     * That of a folder with these parts.
     *
     * @param zeros whether an empty prompt stands for zeros
     * @param scheduler class of the scheduler in diffusers
     * @param networks that are there
     * @param tokenizers whether both are
     */
    static ObjectNode of(
            boolean zeros, String scheduler, Set<Component> networks, boolean tokenizers) {
        ObjectNode index = new JsonMapper().createObjectNode();
        index.put("_class_name", "StableDiffusionXLPipeline");
        index.put("_diffusers_version", "0.31.0");
        index.put("force_zeros_for_empty_prompt", zeros);
        part(index, "scheduler", "diffusers", scheduler, true);
        part(index, "unet", "diffusers", "UNet2DConditionModel", true);
        part(index, "vae", "diffusers", "AutoencoderKL", networks.contains(Component.VAE));
        part(
                index,
                "text_encoder",
                "transformers",
                "CLIPTextModel",
                networks.contains(Component.TEXT_ENCODER_1));
        part(
                index,
                "text_encoder_2",
                "transformers",
                "CLIPTextModelWithProjection",
                networks.contains(Component.TEXT_ENCODER_2));
        for (String tokenizer : List.of("tokenizer", "tokenizer_2")) {
            part(index, tokenizer, "transformers", "CLIPTokenizer", tokenizers);
        }
        return index;
    }

    private static void part(
            ObjectNode index, String name, String library, String type, boolean there) {
        if (there) {
            index.putArray(name).add(library).add(type);
        } else {
            index.putArray(name).addNull().addNull();
        }
    }
}
