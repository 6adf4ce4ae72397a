package atelier.service.starter.build;

import atelier.engine.sdxl.ImageGenerator;
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
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
     * @param generations how many images to make; 0 measures nothing
     * @param sheet gets the first images as PNG, each beside what was painted of its portrait
     * @return the figures: for each attribute the shares that were told rightly
     */
    SequencedMap<String, Object> measure(
            int generations, Path sheet, ProgressListener progress, CancelToken cancel) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        if (generations == 0) {
            return figures;
        }
        List<BufferedImage> shown = new ArrayList<>();
        PicturePool paintings =
                PicturePool.paint(row, generations, settings.side(), progress, cancel);
        try (AttributeClassifier classifier =
                AttributeClassifier.open(
                        context.torch().lane(), context.modelWith(AttributeClassifier.FOLDER))) {
            AttributesKept generated = new AttributesKept(classifier);
            AttributesKept restored = new AttributesKept(classifier);
            for (int i = 0; i < paintings.count(); i++) {
                cancel.check();
                progress.progressed(Progress.of("Measuring", i, paintings.count(), "image"));
                SamplePortrait portrait = paintings.portrait(i);
                Set<PortraitAttribute> said = said(portrait);
                BufferedImage painting = paintings.image(i);
                BufferedImage image = generate(portrait, i, cancel);
                generated.add(portrait.portrait(), said, painting, image);
                restored.add(
                        portrait.portrait(),
                        said,
                        painting,
                        restored(paintings.picture(i), cancel));
                if (i < SHOWN) {
                    shown.add(painting);
                    shown.add(image);
                }
            }
            figures.put("generations", paintings.count());
            figures.putAll(figures(generated, restored));
        }
        progress.progressed(
                Progress.of("Measuring", paintings.count(), paintings.count(), "image"));
        new PictureSheet(COLUMNS, settings.side()).write(shown, sheet);
        return figures;
    }

    private static SequencedMap<String, Object> figures(
            AttributesKept generated, AttributesKept restored) {
        SequencedMap<String, Object> attributes = new LinkedHashMap<>();
        generated
                .painted()
                .forEach((name, known) -> {
                    SequencedMap<String, Object> shares = new LinkedHashMap<>();
                    shares.put("painted", known);
                    shares.put("restored", restored.made().get(name));
                    shares.put("generated", generated.made().get(name));
                    shares.put("share", generated.shares().get(name));
                    attributes.put(name, shares);
                });
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("meanShare", generated.meanShare());
        figures.put("leastShare", generated.leastShare());
        figures.put("meanShareRestored", restored.meanShare());
        figures.put("attributes", attributes);
        return figures;
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
        int side = settings.side();
        return Pixels.picture(
                Reconstructions.restored(model.codec(), picture, side, cancel), side, side);
    }
}
