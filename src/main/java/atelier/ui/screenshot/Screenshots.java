package atelier.ui.screenshot;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.Look;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import atelier.ui.Studio;
import atelier.ui.text.Language;
import atelier.ui.work.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Makes pictures of the window in both looks and languages, at one and two pixels a point. */
public final class Screenshots {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final List<Look> LOOKS = List.of(Look.DARK, Look.LIGHT);
    private static final int[] SCALES = {1, 2};

    private final BiFunction<Language, Look, Studio> studios;
    private final Runnable quiet;

    /**
     * @param studios makes a window's content
     * @param quiet waits until all of it has been read
     */
    public Screenshots(BiFunction<Language, Look, Studio> studios, Runnable quiet) {
        this.studios = studios;
        this.quiet = quiet;
    }

    /**
     * Makes the pictures.
     *
     * @param folder takes them; it exists
     * @param panel only the states whose name begins so; null for all
     * @throws AtelierException if there is no such state, or a picture cannot be written
     */
    public void make(
            Path folder, @Nullable String panel, ProgressListener progress, CancelToken cancel) {
        List<Shot> shots = chosen(panel);
        int total = shots.size() * LOOKS.size() * Language.values().length;
        int done = 0;
        progress.progressed(Progress.of("Drawing", 0, total, "state"));
        for (Shot shot : shots) {
            for (Look look : LOOKS) {
                for (Language language : Language.values()) {
                    cancel.check();
                    String name =
                            String.join(
                                    "-",
                                    shot.name(),
                                    look.name().toLowerCase(Locale.ROOT),
                                    language.locale().getLanguage());
                    List<BufferedImage> pictures = draw(shot, language, look);
                    for (int i = 0; i < SCALES.length; i++) {
                        write(
                                pictures.get(i),
                                folder.resolve(name + (SCALES[i] == 1 ? "" : "@2x") + ".png"));
                    }
                    progress.progressed(Progress.of("Drawing", ++done, total, "state"));
                }
            }
        }
    }

    private List<BufferedImage> draw(Shot shot, Language language, Look look) {
        Parent root =
                ScenePictures.ready(
                        () -> studios.apply(language, look), shot.arrange(), WIDTH, HEIGHT, quiet);
        return Toolkit.call(() -> ScenePictures.of(root, SCALES));
    }

    private static List<Shot> chosen(@Nullable String panel) {
        List<Shot> chosen =
                Shots.all().stream()
                        .filter(shot -> panel == null || shot.name().startsWith(panel))
                        .toList();
        if (chosen.isEmpty()) {
            throw new AtelierException(
                    "There is no panel '%s' to make a picture of; choose one of %s."
                            .formatted(
                                    panel,
                                    Shots.all().stream()
                                            .map(Shot::name)
                                            .collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    private static void write(BufferedImage picture, Path file) {
        AtomicFiles.replace(file, out -> PngWriter.write(picture, List.of(), out));
    }
}
