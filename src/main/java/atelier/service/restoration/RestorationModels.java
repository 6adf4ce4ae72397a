package atelier.service.restoration;

import atelier.model.AtelierException;
import atelier.model.library.CatalogEntry;
import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestorerChoice;
import atelier.model.restoration.UpscaleChoice;
import atelier.service.library.download.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models of restoration that are there: those of the catalog that were fetched, and those that
 * the starter model brings along.
 */
public final class RestorationModels {

    /** The starter's restorer, for cartoon faces. */
    public static final String STARTER = "starter";

    // What the catalog says that its models are for.
    private static final String RESTORATION = "face restoration";
    private static final String DETECTION = "face detection";
    private static final String IDENTITY = "face identity";
    private static final String UPSCALING = "upscaling";
    private static final String MASKS = "masks";

    private static final Set<Integer> FACTORS = Set.of(1, 2, 4);

    private final Path models;
    private final Path starter;
    private final Path catalog;

    /**
     * @param models the workspace's folder of models; need not exist
     * @param starter the model that comes along; need not exist
     * @param catalog the folder that tells of models to fetch; need not exist
     */
    public RestorationModels(Path models, Path starter, Path catalog) {
        this.models = models;
        this.starter = starter;
        this.catalog = catalog;
    }

    /** The restorers that are there; those that may be used commercially come first. */
    public List<RestorationChoice> restorers() {
        List<RestorationChoice> all = new ArrayList<>(found(RESTORATION));
        if (Files.isRegularFile(starterNetwork("face-restorer"))) {
            all.add(
                    new RestorationChoice(
                            STARTER,
                            "Atelier's starter",
                            starterNetwork("face-restorer"),
                            "",
                            true));
        }
        List<RestorationChoice> sorted = new ArrayList<>();
        all.stream().filter(RestorationChoice::commercial).forEach(sorted::add);
        all.stream().filter(model -> !model.commercial()).forEach(sorted::add);
        return sorted;
    }

    /** The upscalers that are there, Lanczos' filter last. */
    public List<RestorationChoice> upscalers() {
        List<RestorationChoice> all = new ArrayList<>(found(UPSCALING));
        all.add(new RestorationChoice(RestorationWish.LANCZOS, "Lanczos", null, "", true));
        return all;
    }

    /** The restorer to begin with: never one that may not be used commercially. */
    public Optional<RestorationChoice> usualRestorer() {
        return restorers().stream().filter(RestorationChoice::commercial).findFirst();
    }

    /** The upscaler to begin with. */
    public RestorationChoice usualUpscaler() {
        return upscalers().getFirst();
    }

    /** The network that finds faces, where no restorer asks for another; empty for none. */
    public Optional<Path> detector() {
        return detector("");
    }

    private Optional<Path> detector(String restorer) {
        Path own = starterNetwork("face-detector");
        Optional<Path> other =
                found(DETECTION).stream()
                        .sorted(Comparator.comparing(RestorationChoice::commercial).reversed())
                        .map(RestorationChoice::file)
                        .findFirst();
        boolean hasOwn = Files.isRegularFile(own);
        // The starter's restorer knows cartoon faces, which only the starter's detector finds.
        return hasOwn && (restorer.equals(STARTER) || other.isEmpty()) ? Optional.of(own) : other;
    }

    /** The network that cuts out subjects; the starter's only where no other is there. */
    public Optional<Path> matting() {
        Path own = starterNetwork("matting");
        return found(MASKS).stream()
                .map(RestorationChoice::file)
                .findFirst()
                .or(() -> Optional.of(own).filter(Files::isRegularFile));
    }

    private Path starterNetwork(String folder) {
        return starter.resolve(folder).resolve("model.onnx");
    }

    private List<RestorationChoice> found(String purpose) {
        return known().stream()
                .filter(entry -> entry.purpose().equals(purpose))
                .filter(entry -> Files.isRegularFile(models.resolve(entry.file())))
                .map(entry ->
                        new RestorationChoice(
                                entry.id(),
                                entry.name(),
                                models.resolve(entry.file()),
                                entry.licence().name(),
                                entry.licence().commercial()))
                .toList();
    }

    private List<CatalogEntry> known() {
        return Files.isDirectory(catalog) ? Catalog.read(catalog) : List.of();
    }

    /**
     * What is wanted, with the files of its models.
     *
     * @throws AtelierException if a number is out of its range, or a model is not there
     */
    public RestorationSettings settings(RestorationWish wish) {
        if (!FACTORS.contains(wish.factor())) {
            throw new AtelierException(
                    "Images cannot be made %d times as large; choose 1, 2 or 4."
                            .formatted(wish.factor()));
        } else if (wish.isNothing()) {
            throw new AtelierException(
                    "There is nothing to do: neither are faces to be restored, nor images to be made larger.");
        }
        return new RestorationSettings(wish.faces() ? faces(wish) : null, upscale(wish));
    }

    private FaceRestoration faces(RestorationWish wish) {
        share("strength", wish.strength());
        share("fidelity", wish.fidelity());
        if (wish.onlyBelow() < 0) {
            throw new AtelierException(
                    "The size below which faces are restored is %d pixels; choose 0 or more."
                            .formatted(wish.onlyBelow()));
        }
        Path network = file(restorers(), wish.restorer(), "restorer");
        Path detector =
                detector(wish.restorer())
                        .orElseThrow(() ->
                                new AtelierException(
                                        "There is no network that finds faces: fetch YuNet from the catalog of models."));
        return new FaceRestoration(
                detector,
                new RestorerChoice(wish.restorer(), network, wish.fidelity()),
                wish.strength(),
                wish.onlyBelow(),
                identity());
    }

    private @Nullable Path identity() {
        return found(IDENTITY).stream().map(RestorationChoice::file).findFirst().orElse(null);
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new AtelierException(
                    "The %s is %s, but it must be from 0 to 1.".formatted(what, value));
        }
    }

    private UpscaleChoice upscale(RestorationWish wish) {
        if (wish.factor() == 1) {
            return UpscaleChoice.NONE;
        }
        return wish.upscaler().equals(RestorationWish.LANCZOS)
                ? new UpscaleChoice.Lanczos(wish.factor())
                : new UpscaleChoice.Network(
                        file(upscalers(), wish.upscaler(), "upscaler"), wish.factor());
    }

    private Path file(List<RestorationChoice> all, String id, String what) {
        return all.stream()
                .filter(model -> model.id().equals(id))
                .map(RestorationChoice::file)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> absent(id, what));
    }

    private AtelierException absent(String id, String what) {
        boolean known = known().stream().anyMatch(entry -> entry.id().equals(id));
        return new AtelierException(
                known
                        ? "The %s %s is not in %s: fetch it from the catalog of models, which shows its licence first."
                                .formatted(what, id, models)
                        : "There is no %s '%s'; choose one of the catalog of models."
                                .formatted(what, id));
    }
}
