package atelier.ui.screenshot;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ModelChoice;
import atelier.model.library.Workspace;
import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.CellSettings;
import atelier.model.review.Column;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparedModel;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.QualityWeights;
import atelier.model.review.SamplerChoice;
import atelier.model.review.VoteOutcome;
import atelier.model.starter.Background;
import atelier.model.starter.Expression;
import atelier.model.starter.Headwear;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.TimeOfDay;
import atelier.model.starter.Trait;
import atelier.service.library.CellStars;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.score.ScoreService;
import atelier.service.review.vote.BlindVoting;
import atelier.service.starter.SampleCharacter;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison for pictures of its panel: its cells are painted, and become the sample character
 * step by step as those of a training do; its scores were never measured.
 */
public final class SampleReview {

    private static final Instant THEN = Instant.parse("2026-11-20T10:15:00Z");
    private static final long SECONDS_A_CELL = 4;
    private static final int SIDE = 256;
    private static final List<Long> STEPS = List.of(240L, 480L, 720L, 960L, 1200L);
    private static final List<Integer> LEARNED = List.of(2, 5, 8, 11, 11);
    private static final int HAIR = 4;
    private static final int WAITING = 4;
    private static final int VOTES = 23;
    private static final int CELL_WITHOUT_FACE = 32;
    private static final int CELL_WITHOUT_EFFECT = 12;
    private static final long BEST = 720;

    private static final List<ComparedPrompt> PROMPTS =
            List.of(
                    new ComparedPrompt("Ilvara at dusk", false),
                    new ComparedPrompt("Ilvara in the city", false),
                    new ComparedPrompt("Ilvara in a room", false),
                    new ComparedPrompt("Ilvara in the sky", false),
                    new ComparedPrompt("a woman at dusk", true));

    private static final Trait[][] PLACES = {
        {Background.STEPPE, TimeOfDay.EVENING, Expression.SMILE},
        {Background.CITY, TimeOfDay.NIGHT, Expression.CALM},
        {Background.ROOM, TimeOfDay.DAY, Expression.LAUGH},
        {Background.SKY, TimeOfDay.MORNING, Expression.WINK},
        {Background.STEPPE, TimeOfDay.EVENING, Expression.CALM},
    };

    private SampleReview() {}

    private static Comparison comparison() {
        return new Comparison(
                "Ilvara checkpoints",
                new ComparisonAxes(
                        List.of(
                                new ComparedModel(
                                        "starter", ModelChoice.of(Path.of("starter")), null)),
                        STEPS.stream()
                                .map(step ->
                                        new ComparedAdapter(
                                                "step-%06d".formatted(step),
                                                Path.of("step-%06d.safetensors".formatted(step)),
                                                null,
                                                step))
                                .toList(),
                        List.of(0.85),
                        PROMPTS,
                        List.of(1L, 2L),
                        List.of(new SamplerChoice("dpmpp-2m", "karras")),
                        List.of(30),
                        List.of(6.0)),
                new CellSettings(null, SIDE, SIDE, 0, 0, EmphasisMode.NO_NORM));
    }

    /** Stores it in a workspace, all but the last cells of it made, with some votes and stars. */
    public static void store(Workspace workspace) {
        Comparison comparison = comparison();
        ComparisonFolder folder =
                new ComparisonFolder(
                        workspace.comparisons().resolve("20261120-101500-ilvara-checkpoints"));
        folder.prepare();
        folder.begin(comparison);
        List<Cell> cells = comparison.cells();
        for (int i = 0; i < cells.size() - WAITING; i++) {
            Path file = folder.cell(cells.get(i));
            // One adapter has no effect on one cell.
            Cell shown = cells.get(i == CELL_WITHOUT_EFFECT ? i - PROMPTS.size() * 2 : i);
            BufferedImage picture = paint(shown);
            AtomicFiles.replace(file, out -> PngWriter.write(picture, List.of(), out));
            date(file, i);
        }
        CellStars stars = new CellStars(folder.root());
        stars.give(cell(comparison), 5);
        stars.give(cells.get(CELL_WITHOUT_EFFECT), 2);
        BlindVoting voting = new BlindVoting(folder, 1);
        for (int i = 0; i < VOTES; i++) {
            voting.next().ifPresent(pair -> voting.vote(pair, outcome(pair)));
        }
    }

    private static void date(Path file, int cell) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(THEN.plusSeconds(SECONDS_A_CELL * cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage paint(Cell cell) {
        int place = PROMPTS.indexOf(cell.prompt());
        long seed = 40 + cell.seed();
        Portrait portrait =
                new SamplePortraits(seed)
                        .at(place)
                        .portrait()
                        .with(PLACES[place])
                        .with(Headwear.NONE);
        List<PortraitAttribute> features =
                new ArrayList<>(
                        SampleCharacter.identity().stream()
                                .sorted(Comparator.comparingInt(PortraitAttribute::place))
                                .toList());
        // Hair is learned before the face.
        Collections.rotate(features, HAIR);
        Portrait her = SampleCharacter.toLearn().getFirst().portrait();
        int step = STEPS.indexOf(cell.column().step());
        int learned = step < 0 || cell.prompt().plain() ? 0 : LEARNED.get(step);
        for (PortraitAttribute feature : features.subList(0, learned)) {
            portrait = portrait.with(feature.in(her));
        }
        if (step == STEPS.size() - 1 && !cell.prompt().plain()) {
            // Trained for too long, it shows the place of a training picture.
            portrait = portrait.with(her.background(), her.time());
        }
        // Without the trigger, nothing but small accidents differs.
        long accidents = cell.prompt().plain() ? seed + cell.column().step() : seed;
        return new Painter().paint(portrait, accidents, SIDE).picture();
    }

    private static VoteOutcome outcome(BlindPair pair) {
        long left = Math.abs(pair.left().column().step() - BEST);
        long right = Math.abs(pair.right().column().step() - BEST);
        return left == right
                ? VoteOutcome.EQUAL
                : left < right ? VoteOutcome.LEFT : VoteOutcome.RIGHT;
    }

    /** Scores that it could have. */
    static ComparisonScores scores(Comparison comparison) {
        Map<Metric, Double> ceilings = new EnumMap<>(Metric.class);
        ceilings.put(Metric.CLIP_IMAGE, 0.885);
        ceilings.put(Metric.FEATURES, 0.93);
        ceilings.put(Metric.SSIM, 0.41);
        Map<String, CellScore> cells = new HashMap<>();
        List<Cell> all = comparison.cells();
        for (int i = 0; i < all.size() - WAITING; i++) {
            cells.put(all.get(i).id(), score(all.get(i), i));
        }
        return ScoreService.weighed(
                new ComparisonScores(
                        List.of(Metric.CLIP_IMAGE, Metric.CLIP_TEXT, Metric.FEATURES, Metric.SSIM),
                        ceilings,
                        23,
                        cells,
                        List.of(),
                        List.of()),
                all,
                QualityWeights.USUAL);
    }

    private static CellScore score(Cell cell, int number) {
        Column column = cell.column();
        double learned = cell.prompt().plain() ? 0.08 : 1 - Math.exp(-column.step() / 320.0);
        double over = Math.max(0, column.step() - BEST) / 4800.0;
        double spread = (number * 7 % 11 - 5) * 0.004;
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.CLIP_IMAGE, 0.61 + 0.22 * learned - over + spread);
        values.put(Metric.CLIP_TEXT, 0.27 + 0.03 * learned - over / 3 + spread / 2);
        values.put(Metric.FEATURES, 0.42 + 0.44 * learned - over + spread);
        values.put(Metric.SSIM, 0.22 + 0.14 * learned - over / 2 + spread);
        boolean copies = column.step() == 1200 && number == 53;
        return new CellScore(
                values,
                null,
                new NearestPicture(copies ? "02.png" : "07.png", copies ? 0.97 : 0.81 + spread),
                copies,
                number == CELL_WITHOUT_FACE,
                column.isBaseline() ? null : 21 - 6 * learned);
    }

    /** A cell of the checkpoint that leads. */
    static Cell cell(Comparison comparison) {
        return comparison.cells().stream()
                .filter(cell -> cell.column().step() == BEST && cell.seed() == 1)
                .findFirst()
                .orElseThrow();
    }
}
