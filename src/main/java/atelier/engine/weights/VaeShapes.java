package atelier.engine.weights;

import java.util.List;
import java.util.SequencedMap;

/** The tensors that an autoencoder of given sizes consists of: diffusers' names and shapes. */
public final class VaeShapes {

    private static final int KERNEL = 3;

    private final VaeConfig config;
    private final ShapeTable table = new ShapeTable();
    private long width;

    private VaeShapes(VaeConfig config) {
        this.config = config;
    }

    /** Extents by name, in the order in which the network is run. */
    public static SequencedMap<String, List<Long>> of(VaeConfig config) {
        VaeShapes shapes = new VaeShapes(config);
        shapes.encoder();
        shapes.decoder();
        return shapes.table.shapes();
    }

    private void encoder() {
        int levels = config.blockOutChannels().size();
        width = config.blockOutChannels().getFirst();
        table.convolution("encoder.conv_in", width, config.imageChannels(), KERNEL);
        for (int level = 0; level < levels; level++) {
            String path = "encoder.down_blocks." + level;
            for (int j = 0; j < config.layersPerBlock(); j++) {
                resnet(path + ".resnets." + j, config.blockOutChannels().get(level));
            }
            if (level < levels - 1) {
                table.convolution(path + ".downsamplers.0.conv", width, width, KERNEL);
            }
        }
        middle("encoder.mid_block");
        // Mean and logarithm of the variance.
        long moments = 2L * config.latentChannels();
        table.norm("encoder.conv_norm_out", width);
        table.convolution("encoder.conv_out", moments, width, KERNEL);
        table.convolution("quant_conv", moments, moments, 1);
    }

    private void decoder() {
        int levels = config.blockOutChannels().size();
        width = config.blockOutChannels().getLast();
        table.convolution("post_quant_conv", config.latentChannels(), config.latentChannels(), 1);
        table.convolution("decoder.conv_in", width, config.latentChannels(), KERNEL);
        middle("decoder.mid_block");
        for (int level = levels - 1; level >= 0; level--) {
            String path = "decoder.up_blocks." + (levels - 1 - level);
            for (int j = 0; j <= config.layersPerBlock(); j++) {
                resnet(path + ".resnets." + j, config.blockOutChannels().get(level));
            }
            if (level > 0) {
                table.convolution(path + ".upsamplers.0.conv", width, width, KERNEL);
            }
        }
        table.norm("decoder.conv_norm_out", width);
        table.convolution("decoder.conv_out", config.imageChannels(), width, KERNEL);
    }

    private void middle(String path) {
        resnet(path + ".resnets.0", width);
        table.norm(path + ".attentions.0.group_norm", width);
        for (String layer : List.of("to_q", "to_k", "to_v", "to_out.0")) {
            table.linear(path + ".attentions.0." + layer, width, width);
        }
        resnet(path + ".resnets.1", width);
    }

    private void resnet(String name, long out) {
        table.norm(name + ".norm1", width);
        table.convolution(name + ".conv1", out, width, KERNEL);
        table.norm(name + ".norm2", out);
        table.convolution(name + ".conv2", out, out, KERNEL);
        if (width != out) {
            table.convolution(name + ".conv_shortcut", out, width, 1);
        }
        width = out;
    }
}
