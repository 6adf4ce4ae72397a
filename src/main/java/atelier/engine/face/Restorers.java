package atelier.engine.face;

import atelier.model.settings.Choice;
import java.util.List;

/** All restorers. A new one is a class and a line here, and its message key. */
public final class Restorers {

    private static final List<RestorerType> ALL =
            List.of(
                    RestorerType.plain("gfpgan-1.4", PlainRestorer.loader(FaceTemplate.FFHQ, 512)),
                    RestorerType.withFidelity("codeformer", CodeFormer::open),
                    RestorerType.plain(
                            "restoreformer-plus-plus",
                            PlainRestorer.loader(FaceTemplate.FFHQ, 512)),
                    RestorerType.plain(
                            "gpen-bfr-512", PlainRestorer.loader(FaceTemplate.FFHQ, 512)),
                    RestorerType.plain(
                            "gpen-bfr-256", PlainRestorer.loader(FaceTemplate.ARCFACE_128, 256)),
                    RestorerType.plain("starter", StarterRestorer::open));

    private Restorers() {}

    /** Every restorer, in the order to show. */
    public static List<RestorerType> all() {
        return ALL;
    }

    /**
     * The restorer of that id.
     *
     * @throws atelier.model.AtelierException if there is none; it lists those that are
     */
    public static RestorerType get(String id) {
        return Choice.byId("restorer", id, ALL, RestorerType::id);
    }
}
