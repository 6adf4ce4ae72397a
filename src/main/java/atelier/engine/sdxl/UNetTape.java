package atelier.engine.sdxl;

import atelier.engine.weights.UNetConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays out SDXL's UNet for a configuration: which block follows which, and which skip connection
 * goes where.
 *
 * <p>Values 0, 1 and 2 are the noisy latents, the embedding of time and sizes, and the text
 * context; each step adds one. The structure is that of diffusers' UNet2DConditionModel with {@code
 * text_time} embedding.
 */
final class UNetTape {

    static final int LATENTS = 0;
    static final int EMBEDDING = 1;
    static final int CONTEXT = 2;

    /** Method of the blocks that attend to the text, which is their second input. */
    static final String TRANSFORMER_BLOCK = "transformer_block";

    private final UNetConfig config;
    private final Blocks blocks;
    private final Blocks.Constant groups;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Integer> skips = new ArrayDeque<>();
    private int last = CONTEXT;

    private UNetTape(UNetConfig config, Blocks blocks) {
        this.config = config;
        this.blocks = blocks;
        this.groups = new Blocks.Constant("groups", config.normGroups());
    }

    static Tape of(UNetConfig config, Blocks blocks) {
        UNetTape tape = new UNetTape(config, blocks);
        tape.down();
        tape.middle();
        tape.up();
        tape.add(
                blocks.of("conv_out", "", List.of("conv_norm_out", "conv_out"), tape.groups),
                1,
                tape.last);
        return new Tape(tape.steps, CONTEXT + 1);
    }

    private void down() {
        add(blocks.of("conv_in", "", List.of("conv_in")), 0, LATENTS);
        skips.push(last);
        for (int level = 0; level < config.levels(); level++) {
            String path = "down_blocks." + level;
            for (int layer = 0; layer < config.layersPerBlock(); layer++) {
                resnet(path + ".resnets." + layer);
                transformer(path + ".attentions." + layer, level);
                skips.push(last);
            }
            if (level < config.levels() - 1) {
                add(blocks.whole("downsample", path + ".downsamplers.0"), 1, last);
                skips.push(last);
            }
        }
    }

    private void middle() {
        resnet("mid_block.resnets.0");
        transformer("mid_block.attentions.0", config.levels() - 1);
        resnet("mid_block.resnets.1");
    }

    private void up() {
        for (int i = 0; i < config.levels(); i++) {
            int level = config.levels() - 1 - i;
            String path = "up_blocks." + i;
            for (int layer = 0; layer <= config.layersPerBlock(); layer++) {
                Block block = blocks.whole("resnet_with_skip", path + ".resnets." + layer, groups);
                add(block, 2, last, skips.pop(), EMBEDDING);
                transformer(path + ".attentions." + layer, level);
            }
            if (level > 0) {
                // The next skip connection gives the size, as an odd one was rounded up on the way
                // down.
                add(blocks.whole("upsample", path + ".upsamplers.0"), 1, last, skips.element());
            }
        }
    }

    private void resnet(String path) {
        add(blocks.whole("resnet", path, groups), 1, last, EMBEDDING);
    }

    private void transformer(String path, int level) {
        int depth = config.transformerDepths().get(level);
        if (depth == 0) {
            return;
        }
        int before = last;
        Blocks.Constant heads = new Blocks.Constant("heads", config.heads().get(level));
        add(blocks.of("project_in", path, List.of("norm", "proj_in"), groups), 1, before);
        for (int d = 0; d < depth; d++) {
            add(
                    blocks.whole(TRANSFORMER_BLOCK, path + ".transformer_blocks." + d, heads),
                    1,
                    last,
                    CONTEXT);
        }
        add(blocks.of("project_out", path, List.of("proj_out")), 2, last, before);
    }

    private void add(Block block, int differentiable, Integer... inputs) {
        last = CONTEXT + 1 + steps.size();
        steps.add(new Step(block, List.of(inputs), differentiable, last));
    }
}
