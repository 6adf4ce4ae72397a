package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An SDXL model on the drive: which networks it has, where each of their tensors lies, and the
 * sizes they are built with.
 *
 * <p>A diffusers folder and a single file in the original layout look the same from here: tensors
 * go by their diffusers names, and only {@link WeightSource} knows where they are. Opening reads
 * headers and configurations alone, and checks that no tensor is missing, surplus or misshapen.
 */
public final class Checkpoint {

    private final ModelFiles files;
    private final Map<Component, Network> networks;
    private final Prediction prediction;
    private final @Nullable JsonNode scheduler;

    private Checkpoint(
            ModelFiles files,
            Map<Component, Network> networks,
            Prediction prediction,
            @Nullable JsonNode scheduler) {
        this.files = files;
        this.networks = networks;
        this.prediction = prediction;
        this.scheduler = scheduler;
    }

    /** As {@link #open(Path, CheckpointOptions)}, with everything as the model's files say. */
    public static Checkpoint open(Path path) {
        return open(path, CheckpointOptions.NONE);
    }

    /**
     * Opens a model.
     *
     * @param path a diffusers folder or a single file; the file may hold a UNet alone
     * @throws AtelierException if it is damaged, of a family that is not used, or its parts do not
     *     fit each other
     */
    public static Checkpoint open(Path path, CheckpointOptions options) {
        return of(ModelFiles.open(path), options);
    }

    /** As {@link #open(Path, CheckpointOptions)}, for files whose headers have been read. */
    static Checkpoint of(ModelFiles files, CheckpointOptions options) {
        Path path = files.path();
        if (!files.family().isUsed()) {
            throw new AtelierException(
                    "%s is %s, %s"
                            .formatted(path, files.family().label(), files.family().advice()));
        }
        ConfigOverrides beside =
                files.layout() == CheckpointLayout.SINGLE_FILE
                        ? ConfigOverrides.beside(path)
                        : ConfigOverrides.NONE;
        Path given = options.config();
        ConfigOverrides chosen = given == null ? ConfigOverrides.NONE : ConfigOverrides.read(given);
        Map<Component, Network> networks = networks(files, List.of(beside, chosen));
        Path vae = options.vae();
        if (vae != null) {
            networks.put(Component.VAE, VaeFile.open(vae).network());
        }
        requireFit(path, networks);
        ConfigOverrides said = chosen.scheduler() == null ? beside : chosen;
        return new Checkpoint(
                files,
                networks,
                PredictionReader.read(options, said, files),
                said.scheduler() == null ? files.scheduler() : said.scheduler());
    }

    private static Map<Component, Network> networks(
            ModelFiles files, List<ConfigOverrides> overrides) {
        String where = files.path().toString();
        TensorProblems problems = new TensorProblems();
        problems.surplus(files.strangers());
        Map<Component, Network> networks = new EnumMap<>(Component.class);
        // The UNet comes last, as the width of the pooled text helps to tell its sizes.
        for (Component component :
                List.of(
                        Component.TEXT_ENCODER_1,
                        Component.TEXT_ENCODER_2,
                        Component.VAE,
                        Component.UNET)) {
            NetworkSource source = files.networks().get(component);
            if (source != null) {
                Network pooling = networks.get(Component.TEXT_ENCODER_2);
                Integer pooled = pooling == null ? null : pooling.textEncoder().projectionSize();
                Network.Origin origin =
                        new Network.Origin(
                                files.configs().get(component),
                                overrides,
                                where,
                                files.configPlace(component));
                networks.put(component, Network.of(source, origin, pooled, problems));
            }
        }
        problems.throwIfAny(where);
        return networks;
    }

    private static void requireFit(Path path, Map<Component, Network> networks) {
        Network unet = networks.get(Component.UNET);
        if (unet == null) {
            throw new AtelierException(path + " holds no UNet: choose a whole SDXL model.");
        }
        Network first = networks.get(Component.TEXT_ENCODER_1);
        Network second = networks.get(Component.TEXT_ENCODER_2);
        UNetConfig sizes = unet.unet();
        if (first != null && second != null) {
            int context = first.textEncoder().hiddenSize() + second.textEncoder().hiddenSize();
            requireEqual(
                    path,
                    "text encoders give %d values a token",
                    context,
                    sizes.crossAttentionDim());
        }
        if (second != null) {
            int pooled = second.textEncoder().projectionSize();
            requireEqual(
                    path,
                    "second text encoder gives %d values a prompt",
                    pooled,
                    sizes.pooledDim());
        }
        Network vae = networks.get(Component.VAE);
        if (vae != null) {
            requireEqual(
                    path,
                    "VAE has %d latent channels",
                    vae.vae().latentChannels(),
                    sizes.inChannels());
        }
    }

    private static void requireEqual(Path path, String what, int has, int wanted) {
        if (has != wanted) {
            throw new AtelierException(
                    "%s does not fit together: its %s, but its UNet takes %d; get its parts from one place."
                            .formatted(path, what.formatted(has), wanted));
        }
    }

    /**
     * The same model with other weights of the UNet.
     *
     * @param unet holds all of them under their diffusers names, in the same shapes
     */
    Checkpoint withUNet(SafetensorsFile unet) {
        Network own = network(Component.UNET);
        SequencedMap<String, WeightSource> tensors = new LinkedHashMap<>();
        for (String name : own.tensors().keySet()) {
            TensorInfo info = unet.tensors().get(name);
            if (info == null) {
                throw new IllegalArgumentException("no weight is called " + name);
            }
            tensors.put(name, WeightSource.of(unet, info, Relation.SAME));
        }
        Map<Component, Network> others = new EnumMap<>(networks);
        others.put(
                Component.UNET,
                new Network(
                        Collections.unmodifiableSequencedMap(tensors),
                        own.config(),
                        own.where(),
                        own.advice()));
        return new Checkpoint(files, others, prediction, scheduler);
    }

    /** The file or folder. */
    public Path path() {
        return files.path();
    }

    /** How the model lies on the drive. */
    public CheckpointLayout layout() {
        return files.layout();
    }

    /** The networks it has. */
    public Set<Component> components() {
        return Collections.unmodifiableSet(networks.keySet());
    }

    /**
     * The tensors of a network by diffusers name, in the order in which the network computes.
     *
     * @throws AtelierException if the model lacks the network
     */
    public SequencedMap<String, WeightSource> weights(Component component) {
        return network(component).tensors();
    }

    /** The files that hold a network's tensors: one, or the shards of one. */
    public SequencedSet<SafetensorsFile> files(Component component) {
        SequencedSet<SafetensorsFile> holders = new LinkedHashSet<>();
        weights(component).values().forEach(tensor -> holders.add(tensor.file()));
        return holders;
    }

    /**
     * Side of the latents of a square picture of the size that the model was made for: 128 for
     * SDXL.
     */
    public int sampleSize() {
        return network(Component.UNET).config().path("sample_size").asInt(128);
    }

    /** The UNet's sizes. */
    public UNetConfig unet() {
        return network(Component.UNET).unet();
    }

    /**
     * The VAE's sizes.
     *
     * @throws AtelierException if the model has none and none was chosen
     */
    public VaeConfig vae() {
        return network(Component.VAE).vae();
    }

    /**
     * The sizes of one of the text encoders.
     *
     * @throws AtelierException if the model has none
     */
    public TextEncoderConfig textEncoder(Component component) {
        return network(component).textEncoder();
    }

    /** What the UNet predicts, and how that is known. */
    public Prediction prediction() {
        return prediction;
    }

    /** Whether zeros stand in for the text when there is no negative prompt, as for SDXL itself. */
    public boolean forceZerosForEmptyPrompt() {
        JsonNode index = files.index();
        return index == null || index.path("force_zeros_for_empty_prompt").asBoolean(true);
    }

    /** The text metadata of the single file, or of the UNet's file. */
    public Map<String, String> metadata() {
        return files.metadata();
    }

    /** The scheduler's configuration file; empty for a single file. */
    public Optional<Path> schedulerConfig() {
        return inFolder("scheduler/scheduler_config.json");
    }

    /**
     * The folder with a text encoder's {@code vocab.json} and {@code merges.txt}; empty for a
     * single file.
     */
    public Optional<Path> tokenizer(Component encoder) {
        return inFolder(encoder == Component.TEXT_ENCODER_1 ? "tokenizer" : "tokenizer_2");
    }

    /** Whether every file of the model is still what it was when it was opened. */
    public boolean isUnchanged() {
        return holders().allMatch(file -> file.stamp().matches(file.path()));
    }

    /**
     * Checks that no file of the model changed since it was opened.
     *
     * @throws AtelierException if one did
     */
    public void requireUnchanged() {
        holders().forEach(file -> file.stamp().requireUnchanged(file.path()));
    }

    /** Every file that holds weights of the model, network by network. */
    public SequencedSet<SafetensorsFile> files() {
        return holders().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<SafetensorsFile> holders() {
        return networks.keySet().stream()
                .flatMap(component -> files(component).stream())
                .distinct();
    }

    /** The scheduler's configuration in diffusers' form, with what is known of the prediction. */
    ObjectNode scheduler() {
        ObjectNode config =
                scheduler instanceof ObjectNode given
                        ? given.deepCopy()
                        : ConfigTemplate.SCHEDULER.config();
        boolean velocity = prediction.type() == PredictionType.V_PREDICTION;
        config.put("prediction_type", velocity ? "v_prediction" : "epsilon");
        config.put("rescale_betas_zero_snr", prediction.zeroTerminalSnr());
        return config;
    }

    /** The folder's {@code model_index.json}; null if there is none. */
    @Nullable JsonNode index() {
        return files.index();
    }

    /** A network's configuration in diffusers' form. */
    ObjectNode config(Component component) {
        return network(component).config().deepCopy();
    }

    private Optional<Path> inFolder(String name) {
        Path path = files.path().resolve(name);
        return layout() == CheckpointLayout.DIFFUSERS_FOLDER && Files.exists(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private Network network(Component component) {
        @Nullable Network network = networks.get(component);
        if (network == null) {
            throw new AtelierException(
                    path()
                            + " has no "
                            + component.label()
                            + (component == Component.VAE
                                    ? ": choose a VAE file for it."
                                    : ": choose a whole SDXL model."));
        }
        return network;
    }
}
