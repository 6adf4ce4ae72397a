package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.CaptionRule;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.Subset;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads dataset configurations of sd-scripts (docs/config_README-en.md there), as TOML or JSON:
 * {@code [general]}, {@code [[datasets]]}, {@code [[datasets.subsets]]}; what an inner table says
 * goes before what an outer one says.
 *
 * <p>It differs in two things: captions are read from {@code .txt} and {@code .caption} files
 * unless the configuration names one ending, and buckets are on unless it switches them off.
 */
final class ConfiguredSource {

    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_REPEATS = 100_000;
    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 8192;

    private final Path file;
    private final boolean recursive;
    private final List<SubsetFiles> subsets = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ConfiguredSource(Path file, boolean recursive) {
        this.file = file;
        this.recursive = recursive;
    }

    /**
     * Lists the folders that a configuration names.
     *
     * @throws AtelierException if it cannot be read or understood, or a folder that it names cannot
     *     be read
     */
    static Listing list(Path file, boolean recursive) {
        ConfiguredSource source = new ConfiguredSource(file, recursive);
        source.read();
        return new Listing(source.subsets, source.leftOut, source.notes);
    }

    private void read() {
        JsonNode root = parse();
        ConfigTable general = null;
        if (root.has("general")) {
            general = new ConfigTable(file, "[general]", root.get("general"), null);
            general.check(ConfigKeys.ofDataset(), notes::add);
        }
        for (String key : root.propertyNames()) {
            if (!key.equals("general") && !key.equals("datasets")) {
                notes.add(
                        "In %s, %s is no known table, so it was passed over.".formatted(file, key));
            }
        }
        int number = 0;
        for (JsonNode dataset : array(root, "datasets")) {
            readDataset(dataset, ++number, general);
        }
    }

    private void readDataset(JsonNode node, int number, @Nullable ConfigTable general) {
        String name = "[[datasets]] %d".formatted(number);
        JsonNode plain = node.isObject() ? node.deepCopy() : node;
        List<JsonNode> inner = array(node, "subsets");
        if (plain instanceof ObjectNode object) {
            object.remove("subsets");
        }
        ConfigTable dataset = new ConfigTable(file, name, plain, general);
        dataset.check(ConfigKeys.ofDataset(), notes::add);
        for (int i = 0; i < inner.size(); i++) {
            ConfigTable table =
                    new ConfigTable(
                            file,
                            "[[datasets.subsets]] %d of %s".formatted(i + 1, name),
                            inner.get(i),
                            dataset);
            table.check(ConfigKeys.ofSubset(), notes::add);
            readSubset(table, buckets(dataset));
        }
    }

    private List<JsonNode> array(JsonNode node, String key) {
        JsonNode tables = node.get(key);
        if (tables == null || !tables.isArray() || tables.isEmpty()) {
            throw new AtelierException(
                    "%s has no [[%s]]: add one with an image_dir, as sd-scripts' documentation shows."
                            .formatted(file, key.equals("subsets") ? "datasets.subsets" : key));
        }
        List<JsonNode> list = new ArrayList<>();
        tables.forEach(list::add);
        return list;
    }

    private void readSubset(ConfigTable table, BucketOverrides buckets) {
        String named = table.text("image_dir");
        if (named.isEmpty()) {
            throw new AtelierException(
                    file
                            + " has a subset without image_dir: name the folder of its pictures there.");
        }
        Path folder = path(named);
        Integer repeats = table.whole("num_repeats", 0, MOST_REPEATS);
        if (repeats != null && repeats == 0) {
            leftOut.add(
                    new LeftOut(
                            folder,
                            folder
                                    + " has num_repeats = 0 in the configuration, so it is never shown."));
            return;
        }
        String masks = table.text("conditioning_data_dir");
        Subset subset =
                new Subset(
                        folder,
                        repeats == null ? 1 : repeats,
                        table.isSet("is_reg"),
                        captions(table),
                        table.flag("flip_aug"),
                        table.isSet("alpha_mask"),
                        masks.isEmpty() ? null : path(masks),
                        buckets);
        if (!Files.isDirectory(folder)) {
            throw new AtelierException(
                    "%s names the folder %s, which does not exist: correct image_dir."
                            .formatted(file, folder));
        }
        Listing listing = FolderSource.listSubset(subset, recursive);
        subsets.addAll(listing.subsets());
        leftOut.addAll(listing.leftOut());
    }

    private static CaptionRule captions(ConfigTable table) {
        String ending = table.text("caption_extension").toLowerCase(Locale.ROOT);
        Integer epochs = table.whole("caption_dropout_every_n_epochs", 0, Integer.MAX_VALUE);
        return new CaptionRule(
                ending.isEmpty()
                        ? CaptionRule.PLAIN.endings()
                        : List.of(ending.startsWith(".") ? ending : "." + ending),
                table.text("class_tokens"),
                table.text("caption_prefix"),
                table.text("caption_suffix"),
                table.flag("shuffle_caption"),
                table.whole("keep_tokens", 0, Integer.MAX_VALUE),
                table.text("keep_tokens_separator"),
                table.share("caption_dropout_rate"),
                epochs == null ? 0 : epochs,
                table.share("caption_tag_dropout_rate"));
    }

    private static BucketOverrides buckets(ConfigTable table) {
        Boolean fixed = table.flag("bucket_no_upscale");
        return new BucketOverrides(
                table.resolution("resolution", LEAST_SIDE, MOST_SIDE),
                table.flag("enable_bucket"),
                table.whole("min_bucket_reso", LEAST_SIDE, MOST_SIDE),
                table.whole("max_bucket_reso", LEAST_SIDE, MOST_SIDE),
                table.whole("bucket_reso_steps", 8, 1024),
                fixed == null ? null : !fixed);
    }

    /** Seen from the configuration's folder, or else from where the user is, as sd-scripts does. */
    private Path path(String name) {
        try {
            Path here = file.resolveSibling(name);
            return Files.exists(here) || Files.notExists(Path.of(name)) ? here : Path.of(name);
        } catch (InvalidPathException e) {
            throw new AtelierException(
                    "%s names the folder '%s', and nothing can be called so here: correct it."
                            .formatted(file, name),
                    e);
        }
    }

    private JsonNode parse() {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        ObjectMapper mapper = json ? new JsonMapper() : new TomlMapper();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new AtelierException(
                        file
                                + " is longer than a megabyte, too long for a dataset configuration: choose another.");
            }
            JsonNode root = mapper.readTree(Files.readAllBytes(file));
            if (!root.isObject()) {
                throw new AtelierException(
                        file + " is no dataset configuration: choose a file with [[datasets]].");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new AtelierException(
                    "%s is no sound %s%s (%s): correct it there."
                            .formatted(
                                    file,
                                    json ? "JSON" : "TOML",
                                    at == null ? "" : ", see line " + at.getLineNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
