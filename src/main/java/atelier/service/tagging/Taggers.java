package atelier.service.tagging;

import atelier.model.AtelierException;
import atelier.service.job.Accelerator;
import atelier.service.starter.build.StarterFiles;
import atelier.service.storage.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The taggers that there are, by what commands call them; the best one comes first. */
public final class Taggers {

    /** The catalog's WD tagger, once it is fetched. */
    public static final String WD = "wd";

    /** The starter model's CLIP, for cartoon portraits. */
    public static final String PORTRAIT = "portrait";

    private static final String NETWORK = "wd_vit_tagger_v3.onnx";
    private static final String TAGS = "wd_vit_tagger_v3_tags.csv";

    private final Accelerator accelerator;
    private final PictureReader reader;
    private final Path models;
    private final Path starter;

    /**
     * @param models the workspace's folder of models; need not exist
     * @param starter the model that comes along; need not exist
     */
    public Taggers(Accelerator accelerator, PictureReader reader, Path models, Path starter) {
        this.accelerator = accelerator;
        this.reader = reader;
        this.models = models;
        this.starter = starter;
    }

    /** Those whose files are there. */
    public SequencedMap<String, Tagger> all() {
        SequencedMap<String, Tagger> all = new LinkedHashMap<>();
        if (Files.isRegularFile(models.resolve(NETWORK))
                && Files.isRegularFile(models.resolve(TAGS))) {
            all.put(WD, wd(models.resolve(NETWORK), models.resolve(TAGS)));
        }
        if (Files.isRegularFile(StarterFiles.pictureTower(starter))) {
            all.put(PORTRAIT, new PortraitTagger(accelerator, reader, starter));
        }
        return all;
    }

    /**
     * A WD tagger wherever it lies.
     *
     * @param network an ONNX file
     * @param tags the {@code selected_tags.csv} that belongs to it
     */
    public Tagger wd(Path network, Path tags) {
        return new WdPictureTagger(accelerator, reader, network, tags);
    }

    /**
     * One of them.
     *
     * @param name empty for the best one
     * @throws AtelierException if it is not there
     */
    public Tagger choose(String name) {
        SequencedMap<String, Tagger> all = all();
        if (all.isEmpty()) {
            throw new AtelierException(
                    "There is no tagger in %s: fetch the WD tagger and its list of tags from the catalog of models."
                            .formatted(models));
        }
        Tagger tagger = name.isEmpty() ? all.firstEntry().getValue() : all.get(name);
        if (tagger == null) {
            throw new AtelierException(
                    "There is no tagger '%s' here; choose one of %s, or fetch the WD tagger and its list of tags from the catalog of models."
                            .formatted(name, String.join(", ", List.copyOf(all.keySet()))));
        }
        return tagger;
    }
}
