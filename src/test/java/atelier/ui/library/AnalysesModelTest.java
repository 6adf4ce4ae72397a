package atelier.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.CancelToken;
import atelier.model.job.JobKind;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.FeatureLists;
import atelier.model.review.SubjectAnalysis;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.storage.OutputFolder;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.work.Drafts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of a character are looked at as a job, and what was seen is shown. */
class AnalysesModelTest {

    private static final Path PICTURE =
            Path.of(System.getProperty("project.dir"), "sample-data", "character", "01.png");

    @TempDir private Path folder;

    /** Sees the same in all pictures. */
    private static final class Looking implements JobRunner<AnalysisOrder> {

        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        public JobKind kind() {
            return JobKind.ANALYSIS;
        }

        @Override
        public Class<AnalysisOrder> orderType() {
            return AnalysisOrder.class;
        }

        @Override
        public String run(AnalysisOrder order, JobContext context) {
            try {
                assertThat(mayGoOn.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            OutputFolder.prepare(order.out());
            AnalysisFile.write(
                    AnalysisFile.in(order.out()),
                    new SubjectAnalysis(
                            order.subject(),
                            "",
                            new FeatureLists(30, List.of()),
                            List.of(),
                            List.of(),
                            order.subject() + ", amber eyes"));
            return "1 pictures analyzed.";
        }

        @Override
        public String kept(AnalysisOrder order, int made) {
            return "";
        }
    }

    @Test
    void isOrderedFollowedAndShown() throws InterruptedException {
        Looking looking = new Looking();
        try (StudioFixture fixture = StudioFixture.empty(folder.resolve("work"), looking)) {
            StudioServices services = fixture.atOnce();
            services.library().characters().create("Ilvara", AdapterType.PORTRAIT, "ilvara");
            services.library()
                    .characters()
                    .add("ilvara", List.of(PICTURE), ProgressListener.NONE, new CancelToken());
            ToastModel toasts = new ToastModel();
            LibraryModel model =
                    new LibraryModel(
                            new LibraryWork(
                                    services.workspace(),
                                    services.library(),
                                    services.jobs(),
                                    services.catalog(),
                                    services.starter(),
                                    new Drafts(services.settings())),
                            services.background(),
                            toasts,
                            new UndoStack(toasts));
            model.open();
            model.tab().set(LibraryTab.CHARACTERS);
            CharacterItem item = model.characters().things().chosen().get();
            model.analyses().analyze(item.record());
            assertThat(model.analyses().isRunning(item.record())).isTrue();
            CountDownLatch over = new CountDownLatch(1);
            services.jobs()
                    .listen(jobs -> {
                        if (jobs.jobs().stream().allMatch(job -> job.state().isOver())) {
                            over.countDown();
                        }
                    });
            services.jobs().start();
            looking.mayGoOn.countDown();
            assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(model.analyses().isRunning(item.record())).isFalse();
            assertThat(model.details().details().get().analysis().prompt())
                    .isEqualTo("ilvara, amber eyes");
            assertThat(model.analyses().page(item.record()))
                    .isEqualTo(folder.resolve("work/characters/ilvara/derived/analysis.html"));
        }
    }
}
