package atelier.service.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.library.Workspace;
import atelier.service.storage.FolderLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final String ADD =
            "insert into job (kind, title, state, place, request, created) values ('x', ?, 'x', 0, '', 0)";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("library.db");
    }

    private static void add(Database database, String title) {
        database.change(connection -> Rows.add(connection, ADD, title));
    }

    private static List<String> titles(Database database) {
        return database.read(connection ->
                Rows.all(connection, "select title from job order by id", row -> row.getString(1)));
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        try (Database database = Database.open(file)) {
            add(database, "one");
        }
        try (Database database = Database.open(file)) {
            add(database, "two");
            assertThat(titles(database)).containsExactly("one", "two");
            assertThat(database.<Integer>read(Migrations::version)).isEqualTo(Migrations.newest());
        }
    }

    @Test
    void aChangeThatFailsLeavesNothing() {
        try (Database database = Database.open(file)) {
            assertThatThrownBy(() ->
                            database.change(connection -> {
                                Rows.add(connection, ADD, "half");
                                throw new IllegalStateException("stop");
                            }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(titles(database)).isEmpty();
            add(database, "whole");
            assertThat(titles(database)).containsExactly("whole");
        }
    }

    @Test
    void foreignKeysAndTheLogAheadOfWritesAreOn() {
        try (Database database = Database.open(file)) {
            assertThatThrownBy(() ->
                            database.change(connection ->
                                    Rows.change(
                                            connection,
                                            "insert into job_result values (7, 'a', 0, 'f')")))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("FOREIGN KEY");
            assertThat(
                            database.<List<String>>read(connection ->
                                    Rows.all(
                                            connection,
                                            "pragma journal_mode",
                                            row -> row.getString(1))))
                    .containsExactly("wal");
        }
    }

    @Test
    void manyThreadsWriteAndReadAtOnceAndNothingIsLost() throws Exception {
        try (Database database = Database.open(file);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes =
                    IntStream.range(0, 8)
                            .<Future<?>>mapToObj(thread ->
                                    threads.submit(() -> {
                                        for (int i = 0; i < 10; i++) {
                                            add(database, thread + "." + i);
                                            assertThat(titles(database)).contains(thread + "." + i);
                                        }
                                    }))
                            .toList();
            for (Future<?> write : writes) {
                write.get();
            }
            assertThat(titles(database)).hasSize(80).doesNotHaveDuplicates();
        }
    }

    @Test
    void aSchemaOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        Database.open(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("pragma user_version = 1000");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s was written by a newer version of Atelier (schema 1000, and this one knows %d): open the workspace with that version.",
                        file, Migrations.newest());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Files.writeString(file, "this is no database, but it is long enough to be one ".repeat(99));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "%s is damaged: move it elsewhere and run atelier library rescan, which builds it anew from your files.",
                        file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void damageInTheMiddleIsSaidWhereItIsMet() throws IOException {
        try (Database database = Database.open(file)) {
            add(database, "a title ".repeat(2000));
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) 0x5a;
        }
        Files.write(file, bytes);
        assertThatThrownBy(
                        () -> {
                            try (Database database = Database.open(file)) {
                                titles(database);
                            }
                        })
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is damaged: move it elsewhere");
    }

    @Test
    void aFullDiskIsSaidAndWhatWasThereStays() {
        try (Database database = Database.open(file)) {
            add(database, "small");
            // SQLite gives the same error where a file may not grow as where its disk is full.
            database.change(DatabaseTest::growNoMore);
            assertThatThrownBy(() -> add(database, "large ".repeat(100_000)))
                    .isInstanceOf(AtelierException.class)
                    .hasMessage(
                            "%s cannot be written: the disk is full; free some space and try again.",
                            file);
            assertThat(titles(database)).containsExactly("small");
            database.change(connection ->
                    Rows.first(connection, "pragma max_page_count = 100000", row -> row.getInt(1)));
            add(database, "large ".repeat(100_000));
            assertThat(titles(database)).hasSize(2);
        }
    }

    private static void growNoMore(Connection connection) throws SQLException {
        Rows.first(connection, "pragma max_page_count = 1", row -> row.getInt(1));
    }

    @Test
    void aSecondProcessMayLookButNotTouch() {
        FolderLocks locks = OpenWorkspace.locks();
        Workspace workspace = new Workspace(folder);
        try (OpenWorkspace first = OpenWorkspace.open(workspace, locks)) {
            assertThat(first.notice()).isNull();
            add(first.database(), "one");
            try (OpenWorkspace second = OpenWorkspace.open(workspace, locks)) {
                assertThat(second.notice())
                        .startsWith("The workspace " + folder + " is open in process ")
                        .contains("it can only be looked at here");
                assertThat(titles(second.database())).containsExactly("one");
                add(first.database(), "two");
                assertThat(titles(second.database())).containsExactly("one", "two");
                assertThatThrownBy(() -> add(second.database(), "three"))
                        .isInstanceOf(AtelierException.class)
                        .hasMessage(second.notice());
            }
            add(first.database(), "three");
        }
        try (OpenWorkspace again = OpenWorkspace.open(workspace, locks)) {
            assertThat(again.notice()).isNull();
            assertThat(titles(again.database())).containsExactly("one", "two", "three");
        }
        assertThat(folder.resolve("workspace.lock")).doesNotExist();
    }

    @Test
    void theWindowsThreadIsRefused() throws InterruptedException {
        try (Database database = Database.open(file)) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread window = new Thread(() -> titles(database), "JavaFX Application Thread");
            window.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
            window.start();
            window.join();
            assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
        }
    }
}
