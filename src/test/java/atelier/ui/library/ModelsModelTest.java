package atelier.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.library.DownloadOrder;
import atelier.model.library.Workspace;
import atelier.service.job.JobContext;
import atelier.service.job.JobQueue;
import atelier.service.job.JobRunner;
import atelier.service.library.LibraryService;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.storage.database.OpenWorkspace;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.Tone;
import atelier.ui.shell.UndoStack;
import atelier.ui.work.Background;
import atelier.ui.work.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of a catalog with one entry; its jobs are never started, so that nothing is fetched. */
class ModelsModelTest {

    private static final String CONTENT = "what the file holds";

    @TempDir private Path folder;
    private OpenWorkspace open;
    private JobQueue jobs;
    private final ToastModel toasts = new ToastModel();
    private LibraryModel model;

    private static final class NothingFetched implements JobRunner<DownloadOrder> {

        @Override
        public JobKind kind() {
            return JobKind.DOWNLOAD;
        }

        @Override
        public Class<DownloadOrder> orderType() {
            return DownloadOrder.class;
        }

        @Override
        public String run(DownloadOrder order, JobContext context) {
            return order.entry().name();
        }

        @Override
        public String kept(DownloadOrder order, int made) {
            return "";
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path catalog = Files.createDirectory(folder.resolve("catalog"));
        Files.writeString(
                catalog.resolve("helper.json"),
                """
                {"id": "helper", "name": "Helper 1", "purpose": "face restoration",
                 "file": "helper.onnx", "url": "https://example.org/helper.onnx",
                 "bytes": %d, "sha256": "%s",
                 "licence": {"name": "Apache-2.0", "text": "You may use it.",
                             "url": "https://example.org/licence", "commercial": true},
                 "note": ""}
                """
                        .formatted(CONTENT.length(), Sha256.ofText(CONTENT)));
        open = OpenWorkspace.open(new Workspace(folder.resolve("work")), OpenWorkspace.locks());
        jobs =
                new JobQueue(
                        open.database(),
                        List.of(new NothingFetched()),
                        Clock.systemUTC(),
                        System::nanoTime);
        model =
                new LibraryModel(
                        new LibraryWork(
                                open.workspace(),
                                new LibraryService(
                                        open, new PictureReader(), Clock.systemUTC(), "anna"),
                                jobs,
                                catalog,
                                catalog.resolve("none"),
                                new Drafts(
                                        new SettingsStore(
                                                folder.resolve("settings.json"),
                                                SettingsStore.USUAL_DELAY,
                                                _ -> {}))),
                        new Background(Runnable::run, Runnable::run),
                        toasts,
                        new UndoStack(toasts));
        model.open();
    }

    @AfterEach
    void close() {
        jobs.close();
        open.close();
    }

    private ModelItem helper() {
        return model.models().shown().getFirst();
    }

    @Test
    void nothingIsFetchedBeforeItsLicenceIsAccepted() {
        assertThat(helper().state()).isEqualTo(ModelItem.State.AVAILABLE);
        model.models().accept();
        assertThat(jobs.jobs().jobs()).as("no licence was shown").isEmpty();
        model.models().ask(helper());
        assertThat(model.models().isAsking(helper())).isTrue();
        assertThat(jobs.jobs().jobs()).as("it was shown and not accepted").isEmpty();
        model.models().accept();
        JobRecord job = jobs.jobs().jobs().getFirst();
        assertThat(JobQueue.order(job, DownloadOrder.class).acceptedLicence())
                .isEqualTo("Apache-2.0");
        assertThat(helper().state()).isEqualTo(ModelItem.State.WAITING);
        assertThat(model.models().isAsking(helper())).isFalse();
    }

    @Test
    void aDownloadIsSetAsideGoneOnWithAndEnded() {
        model.models().ask(helper());
        model.models().accept();
        model.models().pause(helper());
        assertThat(helper().state()).isEqualTo(ModelItem.State.PAUSED);
        model.models().resume(helper());
        assertThat(helper().state()).isEqualTo(ModelItem.State.WAITING);
        model.models().cancel(helper());
        assertThat(helper().state()).isEqualTo(ModelItem.State.AVAILABLE);
    }

    @Test
    void aFileOfTheCatalogIsKnownByItsContentWhateverItsName() throws IOException {
        Path own = Files.writeString(folder.resolve("download (1).onnx"), CONTENT);
        Path other = Files.writeString(folder.resolve("helper.onnx"), "another content");
        model.drop(List.of(other));
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(helper().state()).isEqualTo(ModelItem.State.AVAILABLE);
        toasts.close();
        model.drop(List.of(own));
        assertThat(helper().state()).isEqualTo(ModelItem.State.INSTALLED);
        assertThat(helper().path()).hasContent(CONTENT).hasFileName("helper.onnx");
        assertThat(own).exists();
        assertThat(model.models().count()).isEqualTo(1);
        model.models().remove(helper());
        assertThat(helper().state()).isEqualTo(ModelItem.State.AVAILABLE);
        assertThat(toasts.current().get().button()).as("it can be taken back").isNotNull();
        toasts.press();
        assertThat(helper().state()).isEqualTo(ModelItem.State.INSTALLED);
    }

    @Test
    void modelsAreFoundByWords() {
        model.words().set("face");
        assertThat(model.models().shown()).hasSize(1);
        model.words().set("hand");
        assertThat(model.models().shown()).isEmpty();
    }
}
