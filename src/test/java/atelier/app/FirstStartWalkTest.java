package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.library.AdapterRecord;
import atelier.model.library.ImageQuery;
import atelier.ui.shell.Place;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The newcomer's way through the real window: three buttons to the first adapter and its images.
 * Says where the time goes.
 */
@Tag("slow")
class FirstStartWalkTest {

    private static final int SCENES = 4;

    @TempDir private Path folder;

    @Test
    void threeButtonsLeadToTheFirstAdapterAndItsImages() throws Exception {
        try (Walk walk = new Walk(folder)) {
            assertThat(walk.studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);
            long begun = System.nanoTime();
            Set<String> stages = ConcurrentHashMap.newKeySet();
            walk.desk
                    .parts()
                    .jobs()
                    .listen(jobs ->
                            jobs.jobs().stream()
                                    .map(JobRecord::progress)
                                    .filter(Objects::nonNull)
                                    .filter(now -> stages.add(now.stage()))
                                    .forEach(now ->
                                            tell(
                                                    "%s of %d %ss began"
                                                            .formatted(
                                                                    now.stage(),
                                                                    now.total(),
                                                                    now.unit()),
                                                    begun)));
            walk.click("#first-button-1");
            assertThat(walk.studio.shell().place().get()).isEqualTo(Place.DATASET);
            assertThat(walk.text("#filter-all")).contains("16");
            walk.act(() -> walk.studio.shell().go(Place.FIRST_STEPS));

            walk.click("#first-button-2");
            tell("training was asked for", begun);
            walk.await("the adapter can be used", () -> isOffered(walk, "#first-button-3"));
            tell("the adapter was trained and could be used", begun);
            walk.awaitBeside(
                    "the adapter is in the library",
                    () -> !walk.desk.parts().library().adapters().all().isEmpty());
            assertThat(walk.desk.parts().library().adapters().all())
                    .extracting(AdapterRecord::character)
                    .containsExactly("ilvara");
            assertThat(isOffered(walk, "#first-button-2")).as("it is trained").isFalse();

            walk.click("#first-button-3");
            walk.awaitBeside(
                    "the scenes are drawn",
                    () ->
                            walk.desk.parts().library().images().find(ImageQuery.of("", 10)).size()
                                    == SCENES);
            walk.await("it is said", () -> walk.isShown("#first-step-3.step-done"));
            tell("the scenes were drawn", begun);
            assertThat(walk.notices).isEmpty();
        }
    }

    private static void tell(String what, long begun) {
        System.out.printf(
                "%s %.1f s after the first button%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private static boolean isOffered(Walk walk, String button) {
        Button found = walk.find(button);
        return !found.isDisabled();
    }
}
