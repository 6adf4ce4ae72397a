package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AuditRow;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.model.library.RepairReport;
import atelier.model.library.RunRecord;
import atelier.model.library.Workspace;
import atelier.service.library.LibraryService;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was really trained, in the library. */
class RunsInTheLibraryTest {

    @TempDir private Path folder;

    private static List<AuditRow> history(LibraryService library) {
        return library.history().of(ItemKind.RUN, "one");
    }

    @Test
    void aRunIsIndexedFinishedDeletedAndBroughtBack() throws IOException {
        Workspace workspace = new Workspace(folder);
        Path run = workspace.runs().resolve("one");
        TinyTraining.data(folder);
        try (TinyTraining tiny = new TinyTraining()) {
            tiny.train(TinyTraining.order(folder, "runs/one", "resolution=64"));
        }
        RunRecord finished =
                new RunRecord("one", "mirza", Instant.parse("2026-05-01T10:00:00Z"), 3, true);
        try (OpenWorkspace open = OpenWorkspace.open(workspace, OpenWorkspace.locks())) {
            LibraryService library =
                    new LibraryService(open, new PictureReader(), Clock.systemUTC(), "anna");
            Path adapter = run.resolve("mirza.safetensors");
            Path aside = folder.resolve("aside");
            Files.move(adapter, aside);
            library.runs().index(run);
            assertThat(library.runs().all()).extracting(RunRecord::finished).containsExactly(false);
            Files.move(aside, adapter);
            library.runs().index(run);
            library.runs().index(run);
            assertThat(library.runs().all()).containsExactly(finished);
            assertThat(history(library))
                    .extracting(AuditRow::field, AuditRow::now)
                    .containsExactly(tuple("FINISHED", "true"), tuple("PLACE", "runs/one"));
            assertThatThrownBy(() -> library.history().undo(history(library).getFirst().id()))
                    .isInstanceOf(AtelierException.class)
                    .hasMessage("What happened to one cannot be taken back.");

            Path lock = Files.writeString(run.resolve(RunLocks.NAME), "someone");
            assertThatThrownBy(() -> library.runs().remove("one", "test"))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("is being trained in");
            Files.delete(lock);
            library.runs().remove("one", "test");
            assertThat(run).doesNotExist();
            assertThat(library.runs().all()).isEmpty();
            library.history().undo(history(library).getFirst().id());
            assertThat(adapter).isRegularFile();
            assertThat(library.runs().all()).containsExactly(finished);
            assertThat(library.files().rescan(ProgressListener.NONE, new CancelToken()).runs())
                    .isEqualTo(1);
            assertThat(library.runs().all()).containsExactly(finished);

            // Behind its folder, and not there at all: found, mended and taken back.
            Files.move(adapter, aside);
            library.runs().index(run);
            List<RunRecord> behind = library.runs().all();
            Files.move(aside, adapter);
            mendAndTakeBack(library, HealthTrouble.RUNS_CHANGED, behind, finished);
            Files.move(run, folder.resolve("elsewhere"));
            library.runs().index(run);
            Files.move(folder.resolve("elsewhere"), run);
            mendAndTakeBack(library, HealthTrouble.RUNS_NEW, List.of(), finished);
        }
    }

    private static void mendAndTakeBack(
            LibraryService library,
            HealthTrouble trouble,
            List<RunRecord> before,
            RunRecord mended) {
        assertThat(library.runs().all()).isEqualTo(before);
        RepairReport report =
                library.health().repairAll(false, ProgressListener.NONE, new CancelToken());
        assertThat(report.repaired()).extracting(HealthFinding::trouble).containsExactly(trouble);
        assertThat(library.runs().all()).containsExactly(mended);
        library.health().undoLast();
        assertThat(library.runs().all()).isEqualTo(before);
    }
}
