package atelier.engine.weights;

import atelier.engine.weights.TextEncoderConfig.Activation;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code config.json} of a diffusers or transformers network into the sizes that the
 * programs here need.
 *
 * <p>What an entry means is as in diffusers: {@code attention_head_dim} of a UNet is, against its
 * name, the number of heads.
 */
public final class ConfigReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 1 << 24;

    /** More than any model has, and few enough that a wrong number cannot fill the memory. */
    private static final int MOST_LEVELS = 8;

    private static final int MOST_RESIDUAL_BLOCKS = 8;
    private static final int MOST_LAYERS = 128;

    private static final String COPY_AGAIN = "copy it again from where the model came from.";

    private final JsonNode json;
    private final String where;
    private final String advice;

    private ConfigReader(ConfigTemplate template, JsonNode json, String where, String advice) {
        template.requireSupported(json, where);
        this.json = json;
        this.where = where;
        this.advice = advice;
    }

    /**
     * Reads a UNet's configuration.
     *
     * @param where the file it came from, for messages
     * @throws AtelierException if an entry is missing, out of range, or asks for another kind of
     *     network
     */
    public static UNetConfig unet(JsonNode json, String where) {
        return unet(json, where, COPY_AGAIN);
    }

    /** Reads an autoencoder's configuration, as {@link #unet}. */
    public static VaeConfig vae(JsonNode json, String where) {
        return vae(json, where, COPY_AGAIN);
    }

    /** Reads a text encoder's configuration, as {@link #unet}. */
    public static TextEncoderConfig textEncoder(JsonNode json, String where) {
        return textEncoder(json, where, COPY_AGAIN);
    }

    /** As {@link #unet(JsonNode, String)}, saying what to do about a wrong entry. */
    static UNetConfig unet(JsonNode json, String where, String advice) {
        return new ConfigReader(ConfigTemplate.UNET, json, where, advice).unet();
    }

    /** As {@link #vae(JsonNode, String)}, saying what to do about a wrong entry. */
    static VaeConfig vae(JsonNode json, String where, String advice) {
        return new ConfigReader(ConfigTemplate.VAE, json, where, advice).vae();
    }

    /** As {@link #textEncoder(JsonNode, String)}, saying what to do about a wrong entry. */
    static TextEncoderConfig textEncoder(JsonNode json, String where, String advice) {
        return new ConfigReader(ConfigTemplate.TEXT_ENCODER, json, where, advice).textEncoder();
    }

    /**
     * Reads a JSON file.
     *
     * @throws AtelierException if it cannot be read or is not a JSON object
     */
    static JsonNode json(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.isObject()) {
                return json;
            }
            throw new AtelierException(file + " is not a JSON object: " + COPY_AGAIN);
        } catch (IOException e) {
            throw WeightFileErrors.reading(file, e);
        } catch (JacksonException e) {
            throw new AtelierException(file + " is not valid JSON: " + COPY_AGAIN, e);
        }
    }

    private UNetConfig unet() {
        List<Integer> widths = integers("block_out_channels");
        int levels = widths.size();
        List<Boolean> attention =
                attention("down_block_types", "DownBlock2D", "CrossAttnDownBlock2D", levels);
        List<Boolean> upwards =
                attention("up_block_types", "UpBlock2D", "CrossAttnUpBlock2D", levels);
        List<Integer> depths = perLevel("transformer_layers_per_block", levels);
        int addition = integer("addition_time_embed_dim");
        UNetConfig config =
                new UNetConfig(
                        integer("in_channels"),
                        integer("out_channels"),
                        widths,
                        same(perLevel("layers_per_block", levels), "layers_per_block"),
                        IntStream.range(0, levels)
                                .mapToObj(level -> attention.get(level) ? depths.get(level) : 0)
                                .toList(),
                        perLevel(
                                json.path("num_attention_heads").isNull()
                                                || json.path("num_attention_heads").isMissingNode()
                                        ? "attention_head_dim"
                                        : "num_attention_heads",
                                levels),
                        same(perLevel("cross_attention_dim", levels), "cross_attention_dim"),
                        integer("norm_num_groups"),
                        addition,
                        integer("projection_class_embeddings_input_dim")
                                - UNetConfig.SIZE_CONDITIONS * addition);
        require(levels <= MOST_LEVELS, "block_out_channels");
        require(config.layersPerBlock() <= MOST_RESIDUAL_BLOCKS, "layers_per_block");
        require(depths.stream().allMatch(d -> d <= MOST_LAYERS), "transformer_layers_per_block");
        require(config.pooledDim() > 0, "projection_class_embeddings_input_dim");
        require(upwards.reversed().equals(attention), "up_block_types");
        require(attention.getLast(), "down_block_types");
        requireDivisible(widths, config.normGroups(), "norm_num_groups");
        requireHeads(config, attention::get);
        return config;
    }

    private VaeConfig vae() {
        VaeConfig config =
                new VaeConfig(
                        integer("in_channels"),
                        integer("latent_channels"),
                        integers("block_out_channels"),
                        integer("layers_per_block"),
                        integer("norm_num_groups"),
                        json.path("scaling_factor").asDouble(0));
        require(config.blockOutChannels().size() <= MOST_LEVELS, "block_out_channels");
        require(config.layersPerBlock() <= MOST_RESIDUAL_BLOCKS, "layers_per_block");
        require(config.imageChannels() == integer("out_channels"), "out_channels");
        require(
                config.scalingFactor() > 0 && Double.isFinite(config.scalingFactor()),
                "scaling_factor");
        requireDivisible(config.blockOutChannels(), config.normGroups(), "norm_num_groups");
        return config;
    }

    private TextEncoderConfig textEncoder() {
        boolean projected =
                json.path("architectures").path(0).asString("").endsWith("WithProjection");
        TextEncoderConfig config =
                new TextEncoderConfig(
                        integer("num_hidden_layers"),
                        integer("hidden_size"),
                        integer("num_attention_heads"),
                        integer("intermediate_size"),
                        integer("max_position_embeddings"),
                        integer("vocab_size"),
                        switch (json.path("hidden_act").asString("")) {
                            case "quick_gelu" -> Activation.QUICK_GELU;
                            case "gelu" -> Activation.GELU;
                            default -> throw unusable("hidden_act");
                        },
                        projected ? integer("projection_dim") : 0);
        require(config.layers() <= MOST_LAYERS, "num_hidden_layers");
        require(config.hiddenSize() % config.heads() == 0, "num_attention_heads");
        return config;
    }

    private List<Boolean> attention(String name, String without, String with, int levels) {
        List<Boolean> attention = new ArrayList<>();
        for (JsonNode type : json.path(name)) {
            boolean has = type.asString("").equals(with);
            require(has || type.asString("").equals(without), name);
            attention.add(has);
        }
        require(attention.size() == levels, name);
        return List.copyOf(attention);
    }

    private void requireHeads(UNetConfig config, IntPredicate hasAttention) {
        for (int level = 0; level < config.levels(); level++) {
            boolean divides = config.blockOutChannels().get(level) % config.heads().get(level) == 0;
            require(divides || !hasAttention.test(level), "attention_head_dim");
        }
    }

    private void requireDivisible(List<Integer> widths, int groups, String name) {
        require(widths.stream().allMatch(width -> width % groups == 0), name);
    }

    private int integer(String name) {
        return integer(json.path(name), name);
    }

    private int integer(JsonNode value, String name) {
        require(value.isIntegralNumber() && value.canConvertToInt(), name);
        require(value.asInt() > 0 && value.asInt() <= LARGEST, name);
        return value.asInt();
    }

    private List<Integer> integers(String name) {
        List<Integer> integers = new ArrayList<>();
        json.path(name).forEach(value -> integers.add(integer(value, name)));
        require(!integers.isEmpty(), name);
        return List.copyOf(integers);
    }

    /** A list of one number per level, or one number for all of them. */
    private List<Integer> perLevel(String name, int levels) {
        if (json.path(name).isNumber()) {
            return Collections.nCopies(levels, integer(name));
        }
        List<Integer> integers = integers(name);
        require(integers.size() == levels, name);
        return integers;
    }

    private int same(List<Integer> perLevel, String name) {
        require(perLevel.stream().distinct().count() == 1, name);
        return perLevel.getFirst();
    }

    private void require(boolean holds, String name) {
        if (!holds) {
            throw unusable(name);
        }
    }

    private AtelierException unusable(String name) {
        JsonNode value = json.path(name);
        return new AtelierException(
                where
                        + (value.isMissingNode()
                                ? " lacks \"%s\"".formatted(name)
                                : " has \"%s\" %s, which does not fit an SDXL model"
                                        .formatted(name, Printable.of(value.toString())))
                        + ": "
                        + advice);
    }
}
