package atelier.engine.weights;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SequencedMap;

/** The tensors that a UNet of given sizes consists of: diffusers' names and shapes. */
public final class UNetShapes {

    private static final int KERNEL = 3;

    private final UNetConfig config;
    private final ShapeTable table = new ShapeTable();
    private final long embedding;
    private long width;

    private UNetShapes(UNetConfig config) {
        this.config = config;
        this.width = config.blockOutChannels().getFirst();
        this.embedding = 4 * width;
    }

    /** Extents by name, in the order in which the network is run. */
    public static SequencedMap<String, List<Long>> of(UNetConfig config) {
        UNetShapes shapes = new UNetShapes(config);
        shapes.network();
        return shapes.table.shapes();
    }

    private void network() {
        long outermost = width;
        table.linear("time_embedding.linear_1", embedding, outermost);
        table.linear("time_embedding.linear_2", embedding, embedding);
        table.linear("add_embedding.linear_1", embedding, config.additionInputDim());
        table.linear("add_embedding.linear_2", embedding, embedding);
        table.convolution("conv_in", outermost, config.inChannels(), KERNEL);
        Deque<Long> skips = new ArrayDeque<>();
        skips.push(outermost);
        for (int level = 0; level < config.levels(); level++) {
            down(level, skips);
        }
        resnet("mid_block.resnets.0", width, width);
        transformer("mid_block.attentions.0", config.transformerDepths().getLast());
        resnet("mid_block.resnets.1", width, width);
        for (int level = config.levels() - 1; level >= 0; level--) {
            up(level, skips);
        }
        table.norm("conv_norm_out", outermost);
        table.convolution("conv_out", config.outChannels(), outermost, KERNEL);
    }

    private void down(int level, Deque<Long> skips) {
        String path = "down_blocks." + level;
        for (int j = 0; j < config.layersPerBlock(); j++) {
            resnet(path + ".resnets." + j, width, config.blockOutChannels().get(level));
            transformer(path + ".attentions." + j, config.transformerDepths().get(level));
            skips.push(width);
        }
        if (level < config.levels() - 1) {
            table.convolution(path + ".downsamplers.0.conv", width, width, KERNEL);
            skips.push(width);
        }
    }

    private void up(int level, Deque<Long> skips) {
        String path = "up_blocks." + (config.levels() - 1 - level);
        for (int j = 0; j <= config.layersPerBlock(); j++) {
            resnet(
                    path + ".resnets." + j,
                    width + skips.pop(),
                    config.blockOutChannels().get(level));
            transformer(path + ".attentions." + j, config.transformerDepths().get(level));
        }
        if (level > 0) {
            table.convolution(path + ".upsamplers.0.conv", width, width, KERNEL);
        }
    }

    private void resnet(String name, long in, long out) {
        table.norm(name + ".norm1", in);
        table.convolution(name + ".conv1", out, in, KERNEL);
        table.linear(name + ".time_emb_proj", out, embedding);
        table.norm(name + ".norm2", out);
        table.convolution(name + ".conv2", out, out, KERNEL);
        if (in != out) {
            table.convolution(name + ".conv_shortcut", out, in, 1);
        }
        width = out;
    }

    private void transformer(String name, int depth) {
        if (depth == 0) {
            return;
        }
        table.norm(name + ".norm", width);
        table.linear(name + ".proj_in", width, width);
        for (int d = 0; d < depth; d++) {
            String block = name + ".transformer_blocks." + d;
            attention(block + ".attn1", width);
            attention(block + ".attn2", config.crossAttentionDim());
            table.linear(block + ".ff.net.0.proj", 8 * width, width);
            table.linear(block + ".ff.net.2", width, 4 * width);
            for (int norm = 1; norm <= 3; norm++) {
                table.norm(block + ".norm" + norm, width);
            }
        }
        table.linear(name + ".proj_out", width, width);
    }

    private void attention(String name, long context) {
        table.tensor(name + ".to_q.weight", width, width);
        table.tensor(name + ".to_k.weight", width, context);
        table.tensor(name + ".to_v.weight", width, context);
        table.linear(name + ".to_out.0", width, width);
    }
}
