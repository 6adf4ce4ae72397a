package atelier.engine.sdxl;

import atelier.engine.weights.UNetConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Lays out SDXL's UNet for a configuration: which block follows which, and which skip connection
 * goes where.
 *
 * <p>The first values are the noisy latents, the timesteps, the sizes, the text context and its
 * pooled output; each step adds one, and the first of them makes the embedding of all but the
 * context. The structure is that of diffusers' UNet2DConditionModel with {@code text_time}
 * embedding.
 */
final class UNetTape {

    static final int LATENTS = 0;
    static final int TIMESTEPS = 1;
    static final int SIZES = 2;
    static final int CONTEXT = 3;
    static final int POOLED = 4;

    /** How many values come from outside. */
    static final int GIVEN = 5;

    /** Method of the blocks that attend to the text, which is their second input. */
    static final String TRANSFORMER_BLOCK = "transformer_block";

    private final UNetConfig config;
    private final Blocks blocks;
    private final Blocks.Constant groups;
    private final TapeBuilder steps = new TapeBuilder(GIVEN);
    private final Deque<Integer> skips = new ArrayDeque<>();
    private final int embedding;
    private int last;

    private UNetTape(UNetConfig config, Blocks blocks) {
        this.config = config;
        this.blocks = blocks;
        this.groups = new Blocks.Constant("groups", config.normGroups());
        Block embed =
                blocks.of(
                        "embed",
                        "",
                        List.of("time_embedding", "add_embedding"),
                        new Blocks.Constant("time_width", config.blockOutChannels().getFirst()),
                        new Blocks.Constant("size_width", config.additionTimeEmbedDim()));
        this.embedding = steps.add(embed, 1, POOLED, TIMESTEPS, SIZES);
        this.last = embedding;
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
        return tape.steps.tape();
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
                add(block, 3, last, skips.pop(), embedding);
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
        add(blocks.whole("resnet", path, groups), 2, last, embedding);
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
                    2,
                    last,
                    CONTEXT);
        }
        add(blocks.of("project_out", path, List.of("proj_out")), 2, last, before);
    }

    private void add(Block block, int differentiable, Integer... inputs) {
        last = steps.add(block, differentiable, inputs);
    }
}
