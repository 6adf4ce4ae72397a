package atelier.ui.screenshot;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PreviewPicture;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.settings.DeviceChoice;
import atelier.service.generation.GenerationRunner;
import atelier.ui.Studio;
import atelier.ui.generation.GenerationExhibit;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.Place;
import atelier.ui.text.Phrase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch that nobody makes, for pictures of the generation panel; the sample character's pictures
 * stand for its images.
 *
 * @param pictures of the sample character
 */
record SampleGeneration(List<Path> pictures) {

    private static final Instant NOW = Instant.parse("2026-11-20T14:04:00Z");
    private static final int SIDE = 256;
    private static final int STEPS = 30;
    private static final int STEP = 18;
    private static final int EACH = 4;
    private static final int MADE = 6;
    private static final long SEED = 1204;
    private static final double SECONDS_LEFT = 45;
    private static final double SPEED = 3.6;
    private static final String NAME = "Ilvara";

    /** Shows it: the batch, the shelf, the queue and the job bar. */
    void show(Studio studio) {
        GenerationBatch batch =
                new GenerationBatch(List.of(order("steppe"), order("city"), order("plain")));
        int images = batch.images();
        JobStatus status =
                JobStatus.ORDERED
                        .begun(NOW)
                        .withMade(MADE)
                        .progressed(
                                new Progress(
                                        "Sampling",
                                        (long) MADE * STEPS + STEP,
                                        (long) images * STEPS,
                                        "step",
                                        ""),
                                SPEED,
                                SECONDS_LEFT);
        JobRecord job =
                new JobRecord(
                        1,
                        JobKind.GENERATION,
                        studio.texts().say("sample.second"),
                        "{}",
                        NOW,
                        1,
                        status);
        GenerationExhibit panel = new GenerationExhibit(studio.generation());
        panel.shelve(adapters(), Map.of("ilvara.safetensors", 0.85, "ink.safetensors", 0.4));
        panel.making(job, batch, made(), preview());
        studio.queue().exhibit(new SampleJobs(studio.texts()).behind(job));
        SampleBars.show(
                studio,
                Place.GENERATION,
                JobBarState.running(
                        Place.GENERATION,
                        Phrase.plain(job.title()),
                        Phrase.of("job.done-of", MADE, images),
                        job.fraction(),
                        Phrase.of("job.fast", SPEED),
                        SECONDS_LEFT));
    }

    private static GenerationOrder order(String place) {
        return new GenerationOrder(
                ModelChoice.of(Path.of("starter")),
                List.of(),
                new GenerationRequest(
                        NAME + " riding through " + place + ", dusk",
                        "",
                        SIDE,
                        SIDE,
                        null,
                        new SamplingSettings("dpmpp-2m", "karras", STEPS, 6, 0, 0),
                        SEED,
                        EACH,
                        0,
                        EmphasisMode.NO_NORM,
                        null),
                Path.of("images"),
                DeviceChoice.AUTO,
                false);
    }

    private Map<String, Path> made() {
        Map<String, Path> made = new HashMap<>();
        for (int image = 0; image < Math.min(MADE, pictures.size()); image++) {
            made.put(GenerationRunner.item(image / EACH, SEED + image % EACH), pictures.get(image));
        }
        return made;
    }

    private static List<AdapterRecord> adapters() {
        return List.of(
                adapter("ilvara", NAME, AdapterType.CHARACTER, NAME, 85),
                adapter("ink", "Ink and felt", AdapterType.STYLE, "inkfelt", 43),
                adapter("mira", "Mira", AdapterType.PORTRAIT, "mira", 85),
                adapter("steppe", "Steppe light", AdapterType.STYLE, "steplt", 43));
    }

    private static AdapterRecord adapter(
            String file, String name, AdapterType type, String trigger, long megabytes) {
        return new AdapterRecord(
                file + ".safetensors",
                name,
                type,
                trigger,
                "",
                "",
                false,
                List.of(),
                "",
                megabytes * 1_000_000,
                NOW,
                false);
    }

    /** A head before a sky, still half noise. */
    private static PreviewPicture preview() {
        int side = SIDE / 8;
        int[] rgb = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int place = row * side + column;
                rgb[place] = place((column + 0.5) / side, (row + 0.5) / side, place);
            }
        }
        return new PreviewPicture(SEED + MADE % EACH, side, side, rgb);
    }

    private static int place(double x, double y, int place) {
        boolean head = Math.hypot((x - 0.5) / 0.24, (y - 0.45) / 0.3) < 1;
        boolean hair = Math.hypot((x - 0.5) / 0.3, (y - 0.3) / 0.24) < 1;
        boolean body = y > 0.7 && Math.abs(x - 0.5) < 0.1 + 0.5 * (y - 0.62);
        int colour =
                head && y > 0.36
                        ? 0xa0663f
                        : hair ? 0xd8d2e2 : body ? 0x6f44a0 : y > 0.6 ? 0xb07a4a : 0xe0a070;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double noise = 34 * Math.sin(place * 12.9898 + shift * 78.233) * Math.cos(place * 4.7);
            mixed |= (int) Math.clamp((colour >> shift & 0xff) + noise, 0, 255) << shift;
        }
        return mixed;
    }
}
