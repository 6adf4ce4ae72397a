package atelier.ui.screenshot;

import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CatalogEntry;
import atelier.model.library.CatalogLicence;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.ui.library.AdapterItem;
import atelier.ui.library.CharacterItem;
import atelier.ui.library.LibraryContent;
import atelier.ui.library.ModelItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A library that there never was, for pictures of its panel; the sample character's pictures stand
 * for all others.
 *
 * @param pictures of the sample character
 */
record SampleLibrary(List<Path> pictures) {

    private static final Instant THEN = Instant.parse("2026-11-20T09:16:00Z");
    private static final String HASH = "9f3c41a7be0d52".repeat(5).substring(0, 64);
    private static final long MEGABYTE = 1_000_000;
    private static final List<ModelItem> MODELS =
            List.of(
                    new ModelItem(
                            "SDXL base 1.0",
                            "base model",
                            6938 * MEGABYTE,
                            entry("sdxl-base-1.0", "SDXL base 1.0", "OpenRAIL++-M", true),
                            Path.of("sd_xl_base_1.0.safetensors"),
                            null),
                    new ModelItem(
                            "my-mix.safetensors",
                            "an SDXL model",
                            6617 * MEGABYTE,
                            null,
                            Path.of("my-mix.safetensors"),
                            null),
                    new ModelItem(
                            "GFPGAN 1.4",
                            "face restoration",
                            340 * MEGABYTE,
                            entry("gfpgan-1.4", "GFPGAN 1.4", "Apache-2.0", true),
                            null,
                            null),
                    new ModelItem(
                            "CodeFormer",
                            "face restoration",
                            377 * MEGABYTE,
                            entry("codeformer", "CodeFormer", "S-Lab License 1.0", false),
                            null,
                            null));

    /** All of it. */
    LibraryContent content() {
        return new LibraryContent(
                List.of(
                        character(0, "Temir", CharacterState.COMPLETED, 24, true),
                        character(1, "Mira", CharacterState.COMPLETED, 30, true),
                        character(2, "Aigul", CharacterState.ERROR, 18, false),
                        character(3, "Boran", CharacterState.TRAINING, 21, false),
                        character(4, "Daur", CharacterState.DRAFT, 7, false),
                        character(5, "Lina", CharacterState.READY, 12, false)),
                List.of(
                        adapter(1, "Mira", AdapterType.PORTRAIT, "mira", 85, 6, true),
                        adapter(0, "Temir", AdapterType.PORTRAIT, "temir", 85, 4, true),
                        adapter(2, "Aigul v1", AdapterType.PORTRAIT, "aigul", 85, 0, false),
                        adapter(3, "Boran", AdapterType.PORTRAIT, "", 85, 1, false),
                        adapter(6, "Golden hour", AdapterType.STYLE, "gold hour", 43, 0, false),
                        adapter(7, "Ink and felt", AdapterType.STYLE, "inkfelt", 43, 3, false),
                        adapter(5, "Lina", AdapterType.CHARACTER, "lina", 85, 1, false),
                        adapter(8, "Steppe light", AdapterType.STYLE, "steplt", 43, 1, false),
                        adapter(0, "Temir, rank 32", AdapterType.PORTRAIT, "temir", 170, 0, false)),
                MODELS,
                16,
                List.of(
                        change(4, ItemKind.ADAPTER, "steppe-light", "TRIGGER", "stepp", "steplt"),
                        change(3, ItemKind.CHARACTER, "boran", "STATE", "READY", "TRAINING"),
                        change(2, ItemKind.ADAPTER, "lina", "FAVOURITE", "true", "false"),
                        change(1, ItemKind.CHARACTER, "daur", "PLACE", "", "characters/daur")));
    }

    /** What is to be mended of it. */
    HealthReport report() {
        return new HealthReport(
                THEN,
                143,
                true,
                List.of(
                        adapter(
                                HealthTrouble.FILE_MOVED,
                                "Temir in ink",
                                "models/temir-ink.safetensors"),
                        adapter(
                                HealthTrouble.COPY_FOUND,
                                "Aigul v1",
                                "runs/20261118-aigul/aigul.safetensors"),
                        adapter(HealthTrouble.TRIGGER_KNOWN, "Boran", "boran"),
                        adapter(HealthTrouble.TRIGGER_WORDS, "Golden hour", "gold hour"),
                        new HealthFinding(
                                HealthTrouble.NO_ADAPTER,
                                ItemKind.CHARACTER,
                                "lina",
                                "Lina",
                                "",
                                1),
                        adapter(HealthTrouble.STORED_TWICE, "Ink and felt 2", "Ink and felt"),
                        new HealthFinding(
                                HealthTrouble.IMAGES_NEW, ItemKind.IMAGE, "", "", "", 2)));
    }

    /** A library in which there is nothing, so that nothing is to be mended. */
    static HealthReport soundReport() {
        return new HealthReport(THEN, 0, true, List.of());
    }

    /** What is to be seen in the pictures of its characters. */
    SubjectAnalysis analysis() {
        return new SubjectAnalysis(
                "temir",
                "",
                new FeatureLists(30, List.of()),
                List.of(
                        seen("face shape", "oval", 0.71, "long", 0.18),
                        seen("eyes", "brown", 0.86, "grey", 0.07),
                        seen("facial hair", "a goatee", 0.64, "a moustache", 0.22),
                        seen("hairstyle", "a topknot", 0.93, "short hair", 0.04),
                        seen("clothing colour", "teal", 0.58, "green", 0.27),
                        seen("style", "flat cartoon", 0.97, "inked cartoon", 0.02),
                        seen("expression", "smiling", 0.55, "calm", 0.31),
                        seen("background", "on the steppe", 0.48, "in the city", 0.2)),
                List.of(),
                "temir, an oval face, brown eyes, a goatee, a topknot, teal clothes, flat cartoon, smiling");
    }

    private static SeenFeatures seen(
            String category, String first, double share, String second, double other) {
        return new SeenFeatures(
                category, List.of(new FeatureShare(first, share), new FeatureShare(second, other)));
    }

    private static HealthFinding adapter(HealthTrouble trouble, String name, String detail) {
        return new HealthFinding(trouble, ItemKind.ADAPTER, name, name, detail, 1);
    }

    private Path picture(int number) {
        return pictures.get(number % pictures.size());
    }

    private static CatalogEntry entry(String id, String name, String licence, boolean free) {
        return new CatalogEntry(
                id,
                name,
                "",
                id,
                "https://example.org",
                MEGABYTE,
                HASH,
                new CatalogLicence(
                        licence,
                        "You may use, change and pass on the model, also for money, as long as the"
                                + " licence and the notices go with it and changes are named. It comes"
                                + " without any warranty.",
                        "https://example.org/LICENSE",
                        free),
                "");
    }

    private CharacterItem character(
            int number, String name, CharacterState state, int count, boolean favourite) {
        List<Path> own =
                pictures.isEmpty()
                        ? List.of()
                        : IntStream.range(0, count).mapToObj(one -> picture(number + one)).toList();
        return new CharacterItem(
                new CharacterRecord(
                        name.toLowerCase(Locale.ROOT),
                        name,
                        AdapterType.PORTRAIT,
                        name.toLowerCase(Locale.ROOT),
                        state,
                        "",
                        favourite,
                        List.of("steppe", "portrait"),
                        THEN,
                        false),
                own);
    }

    private AdapterItem adapter(
            int number,
            String name,
            AdapterType type,
            String trigger,
            long megabytes,
            int images,
            boolean favourite) {
        AdapterFault fault =
                name.equals("Aigul v1") ? AdapterFault.NO_FILE : type.fault(trigger, true);
        return new AdapterItem(
                new AdapterRecord(
                        name.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") + ".safetensors",
                        name,
                        type,
                        trigger,
                        "",
                        "",
                        favourite,
                        List.of(),
                        HASH,
                        megabytes * MEGABYTE,
                        THEN,
                        false),
                fault,
                images,
                rating(images),
                pictures.isEmpty() ? null : picture(number));
    }

    /** The more images, the better they are. */
    private static AdapterRating rating(int images) {
        return new AdapterRating(3.2 + images / 4.0, images);
    }

    private static AuditRow change(
            long id, ItemKind kind, String item, String field, String old, String now) {
        return new AuditRow(id, THEN, kind, item, field, old, now, "in the library", "you", false);
    }
}
