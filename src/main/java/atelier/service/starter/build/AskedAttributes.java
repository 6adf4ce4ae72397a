package atelier.service.starter.build;

import atelier.engine.sdxl.ImageGenerator;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.SdxlModel;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.PictureSheet;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether images show what captions ask for: a classifier that only ever saw painted pictures tells
 * the attributes of generated ones, of painted ones of the same portraits, and of those after they
 * went through the autoencoder. What a caption does not say does not count.
 */
final class AskedAttributes {

    private static final int SHOWN = 24;
    private static final int COLUMNS = 8;
    private static final String SAMPLER = "dpmpp-2m";
    private static final String SCHEDULE = "karras";

    private final StageContext context;
    private final DenoiserSettings settings;
    private final SdxlModel model;
    private final SamplePortraits row;

    /**
     * @param row of portraits that nothing was trained on
     */
    AskedAttributes(
            StageContext context, DenoiserSettings settings, SdxlModel model, SamplePortraits row) {
        this.context = context;
        this.settings = settings;
        this.model = model;
        this.row = row;
    }

    /**
     * Generates and measures.
     *
     * @param sheet gets the first images as PNG, each beside what was painted of its portrait
     * @return the figures: for each attribute the shares that were told rightly
     */
    SequencedMap<String, Object> measure(
            Path sheet, ProgressListener progress, CancelToken cancel) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        if (settings.generations() == 0) {
            return figures;
        }
        Tallies tallies = new Tallies();
        List<BufferedImage> shown = new ArrayList<>();
        PicturePool painted =
                PicturePool.paint(row, settings.generations(), settings.side(), progress, cancel);
        boolean classified =
                Files.exists(context.out().resolve(AttributeClassifier.FOLDER))
                        || Files.exists(context.shipped().resolve(AttributeClassifier.FOLDER));
        if (!classified) {
            progress.noticed(
                    "There is no classifier, so images are shown and not measured: build the stage that writes it first.");
        }
        try (AttributeClassifier classifier =
                classified
                        ? AttributeClassifier.open(
                                context.torch().lane(),
                                context.modelWith(AttributeClassifier.FOLDER))
                        : null) {
            for (int i = 0; i < painted.count(); i++) {
                cancel.check();
                progress.progressed(Progress.of("Measuring", i, painted.count(), "image"));
                SamplePortrait portrait = painted.portrait(i);
                BufferedImage generated = generate(portrait, i, cancel);
                if (i < SHOWN) {
                    shown.add(painted.image(i));
                    shown.add(generated);
                }
                if (classifier != null) {
                    Set<PortraitAttribute> said = said(portrait);
                    int side = classifier.side();
                    tallies.painted.add(
                            portrait.portrait(),
                            said,
                            classifier.labels(pixels(painted.image(i), side)));
                    tallies.generated.add(
                            portrait.portrait(), said, classifier.labels(pixels(generated, side)));
                    tallies.restored.add(
                            portrait.portrait(),
                            said,
                            classifier.labels(pixels(restored(painted.picture(i), cancel), side)));
                }
            }
        }
        progress.progressed(Progress.of("Measuring", painted.count(), painted.count(), "image"));
        new PictureSheet(COLUMNS, settings.side()).write(shown, sheet);
        figures.put("generations", painted.count());
        if (classified) {
            figures.putAll(tallies.figures());
        }
        return figures;
    }

    private static final class Tallies {

        private final AttributeTally painted = new AttributeTally();
        private final AttributeTally restored = new AttributeTally();
        private final AttributeTally generated = new AttributeTally();

        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> attributes = new LinkedHashMap<>();
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double through = 0;
            for (Map.Entry<String, Double> one : painted.each().entrySet()) {
                double known = one.getValue();
                double shown = generated.of(one.getKey()) / known;
                double kept = restored.of(one.getKey()) / known;
                SequencedMap<String, Object> shares = new LinkedHashMap<>();
                shares.put("painted", known);
                shares.put("restored", kept * known);
                shares.put("generated", shown * known);
                shares.put("share", shown);
                attributes.put(one.getKey(), shares);
                sum += shown;
                through += kept;
                least = Math.min(least, shown);
            }
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("meanShare", sum / attributes.size());
            figures.put("leastShare", least);
            figures.put("meanShareRestored", through / attributes.size());
            figures.put("attributes", attributes);
            return figures;
        }
    }

    private static Set<PortraitAttribute> said(SamplePortrait portrait) {
        return portrait.caption().said().stream()
                .map(PortraitAttribute::of)
                .collect(Collectors.toSet());
    }

    private BufferedImage generate(SamplePortrait portrait, long seed, CancelToken cancel) {
        List<BufferedImage> made = new ArrayList<>();
        int side = settings.side();
        GenerationRequest request =
                new GenerationRequest(
                        portrait.caption().text(),
                        "",
                        side,
                        side,
                        null,
                        new SamplingSettings(
                                SAMPLER,
                                SCHEDULE,
                                settings.samplingSteps(),
                                settings.guidance(),
                                0,
                                0),
                        seed,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        new ImageGenerator(context.torch(), model)
                .generate(
                        request,
                        null,
                        false,
                        (own, tiled, planes) -> made.add(Pixels.picture(planes, side, side)),
                        ProgressListener.NONE,
                        cancel);
        return made.getFirst();
    }

    private BufferedImage restored(float[] picture, CancelToken cancel) {
        MemoryLadder memory = MemoryLadder.ofAutoencoder(ProgressListener.NONE);
        int side = settings.side();
        int edge = side / model.codec().reduction();
        float[] latents =
                model.codec()
                        .encode(picture, side, side, false, memory, cancel)
                        .mode(model.codec().scalingFactor());
        return Pixels.picture(
                model.codec().decode(latents, edge, edge, false, memory, cancel), side, side);
    }

    private static int[] pixels(BufferedImage picture, int side) {
        BufferedImage sized = PictureScaler.resized(picture, side, side);
        return sized.getRGB(0, 0, side, side, null, 0, side);
    }
}
