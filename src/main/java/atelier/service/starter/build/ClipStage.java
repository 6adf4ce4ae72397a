package atelier.service.starter.build;

import atelier.engine.clip.PicturePixels;
import atelier.engine.clip.PictureTowerOnnx;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.training.network.CaptionedPictures;
import atelier.engine.training.network.ClipDesign;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.engine.weights.NetworkFolder;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.caption.Caption;
import atelier.service.starter.caption.CaptionWriter;
import atelier.service.storage.OutputFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Trains the two text encoders with a picture tower, on painted portraits and captions that are
 * written anew each time a portrait comes up; and learns the tokenizers before.
 */
final class ClipStage implements Stage<CaptionedPictures> {

    private static final List<Component> ENCODERS =
            List.of(Component.TEXT_ENCODER_1, Component.TEXT_ENCODER_2);

    /** The encoder whose projection is shipped. */
    private static final int SECOND = 1;

    /** What is trained but no part of SDXL's, to go on with; lies beside the picture tower. */
    private static final String REST = "training.safetensors";

    private static final int SAYS_MUCH = 4;
    private static final String HELD_OUT = "held-out";

    /**
     * A picture of the pool, moved a little, and what is said of it.
     *
     * @param right pixels that it is moved, to the left where negative
     * @param down likewise
     */
    private record Draw(int place, int right, int down, Caption caption) {}

    private final StageContext context;
    private final ClipSettings settings;
    private final ClipTokenizer tokenizer;
    private final ClipDesign design;
    private final PicturePool pool;

    /** Half of the captions say much; the others as little or much as captions do. */
    private final List<CaptionWriter> writers =
            List.of(new CaptionWriter(), new CaptionWriter(Set.of(), SAYS_MUCH));

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        ClipSettings settings = RecipeFile.settings(context.recipe(), ClipSettings.class);
        settings.check(context.recipe().name());
        return new ClipStage(context, settings, progress, cancel);
    }

    private ClipStage(
            StageContext context,
            ClipSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        SamplePortraits portraits = new SamplePortraits(context.seed());
        StarterTokenizers.write(
                context.out(), portraits, settings.captions(), settings.vocabulary());
        this.tokenizer =
                ClipTokenizer.open(
                        context.out().resolve(TokenizerSlot.SECOND.folder()), TokenizerSlot.SECOND);
        this.design = settings.design(tokenizer.vocabularySize(), tokenizer.maxLength());
        this.pool =
                PicturePool.paint(
                        portraits, settings.pictures(), settings.side(), progress, cancel);
    }

    @Override
    public NetworkDesign<CaptionedPictures> design() {
        return design;
    }

    @Override
    public Map<String, FloatTensor> present() {
        Path model = context.modelWith(Component.TEXT_ENCODER_1.folder());
        NetworkFolder folder = new NetworkFolder(model);
        Map<String, FloatTensor> weights =
                new LinkedHashMap<>(
                        FloatTensorFile.read(
                                StarterFiles.pictureTower(model).resolveSibling(REST)));
        for (int i = 0; i < ENCODERS.size(); i++) {
            String prefix = ClipDesign.prefix(i);
            FloatTensorFile.read(folder.weights(ENCODERS.get(i)))
                    .forEach((name, tensor) -> weights.put(prefix + name, tensor));
        }
        return weights;
    }

    @Override
    public CaptionedPictures batch(long step) {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
            draws.add(draw(step, i));
        }
        // Captions of about one length are read together.
        draws.sort(Comparator.comparingInt(draw -> draw.caption().text().length()));
        List<float[]> pictures = new ArrayList<>();
        List<long[]> tokens = new ArrayList<>();
        List<long[]> shown = new ArrayList<>();
        List<long[]> said = new ArrayList<>();
        for (Draw draw : draws) {
            pictures.add(PicturePixels.normalized(pixels(draw)));
            tokens.add(tokens(draw.caption().text()));
            Portrait portrait = pool.portrait(draw.place()).portrait();
            shown.add(labels(portrait, trait -> true));
            said.add(labels(portrait, draw.caption().said()::contains));
        }
        return new CaptionedPictures(pictures, List.of(tokens, tokens), shown, said);
    }

    private int[] pixels(Draw draw) {
        return Shift.of(pool.pixels(draw.place()), settings.side(), draw.right(), draw.down());
    }

    private static long[] labels(Portrait portrait, Predicate<Trait> told) {
        return PortraitAttribute.ALL.stream()
                .mapToLong(attribute ->
                        told.test(attribute.in(portrait))
                                ? attribute.label(portrait)
                                : CaptionedPictures.UNSAID)
                .toArray();
    }

    private Draw draw(long step, int number) {
        long seed = context.pictureSeed(step, number);
        TorchRandom random = new TorchRandom(seed);
        int place = random.integers(pool.count(), 1)[0];
        int[] moves = random.integers(2 * settings.shift() + 1, 2);
        return new Draw(
                place,
                moves[0] - settings.shift(),
                moves[1] - settings.shift(),
                writers.get(number % writers.size()).write(pool.portrait(place).portrait(), seed));
    }

    /** The two vocabularies are one, and what fills a text up comes after its end. */
    private long[] tokens(String caption) {
        long[] padded = tokenizer.padded(caption);
        int length = 1;
        while (padded[length - 1] != tokenizer.end()) {
            length++;
        }
        return Arrays.copyOf(padded, length);
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        write(weights);
        PicturePool others =
                PicturePool.paint(
                        new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT)),
                        settings.heldOut(),
                        settings.side(),
                        progress,
                        cancel);
        SequencedMap<String, Object> figures =
                Retrieval.measure(
                        context.torch(), context.out(), tokenizer, others, progress, cancel);
        SequencedMap<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < ENCODERS.size(); i++) {
            parameters.put(ENCODERS.get(i).folder(), numbers(shipped(i, weights)));
        }
        parameters.put("picture_tower", numbers(ClipDesign.tower(weights)));
        figures.put("parameters", parameters);
        return figures;
    }

    private static long numbers(Map<String, FloatTensor> weights) {
        return weights.values().stream().mapToLong(tensor -> tensor.values().length).sum();
    }

    private void write(Map<String, FloatTensor> weights) {
        NetworkFolder folder = new NetworkFolder(context.out());
        for (int i = 0; i < ENCODERS.size(); i++) {
            int projection = i == SECOND ? settings.widths().get(i) : 0;
            folder.writeTextEncoder(
                    ENCODERS.get(i),
                    settings.encoder(
                            i, tokenizer.vocabularySize(), tokenizer.maxLength(), projection),
                    shipped(i, weights));
        }
        Path tower = tower();
        OutputFolder.prepare(Objects.requireNonNull(tower.getParent()));
        Map<String, FloatTensor> rest = new LinkedHashMap<>(weights);
        for (int i = 0; i < ENCODERS.size(); i++) {
            String prefix = ClipDesign.prefix(i);
            shipped(i, weights).keySet().forEach(name -> rest.remove(prefix + name));
        }
        FloatTensorFile.writeHalves(tower.resolveSibling(REST), rest, "picture tower");
        PictureTowerOnnx.of(design.tower(), ClipDesign.tower(weights), SECOND).write(tower);
    }

    private Path tower() {
        return StarterFiles.pictureTower(context.out());
    }

    /** SDXL's first encoder has no projection. */
    private static SequencedMap<String, FloatTensor> shipped(
            int encoder, Map<String, FloatTensor> weights) {
        SequencedMap<String, FloatTensor> own =
                new LinkedHashMap<>(ClipDesign.encoder(encoder, weights));
        if (encoder != SECOND) {
            own.remove("text_projection.weight");
        }
        return own;
    }

    @Override
    public void close() {
        // The pool is in the heap alone.
    }
}
