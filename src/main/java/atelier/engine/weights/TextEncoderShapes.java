package atelier.engine.weights;

import java.util.List;
import java.util.SequencedMap;

/**
 * The tensors that a CLIP text encoder of given sizes consists of: transformers' names and shapes.
 */
public final class TextEncoderShapes {

    private TextEncoderShapes() {}

    /** Names and shapes, in order. */
    public static SequencedMap<String, List<Long>> of(TextEncoderConfig config) {
        ShapeTable table = new ShapeTable();
        long width = config.hiddenSize();
        table.tensor(
                "text_model.embeddings.token_embedding.weight", config.vocabularySize(), width);
        table.tensor(
                "text_model.embeddings.position_embedding.weight", config.maxPositions(), width);
        for (int i = 0; i < config.layers(); i++) {
            String layer = "text_model.encoder.layers." + i;
            for (String part : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
                table.linear(layer + ".self_attn." + part, width, width);
            }
            table.norm(layer + ".layer_norm1", width);
            table.linear(layer + ".mlp.fc1", config.intermediateSize(), width);
            table.linear(layer + ".mlp.fc2", width, config.intermediateSize());
            table.norm(layer + ".layer_norm2", width);
        }
        table.norm("text_model.final_layer_norm", width);
        if (config.projectionSize() > 0) {
            table.tensor("text_projection.weight", config.projectionSize(), width);
        }
        return table.shapes();
    }
}
