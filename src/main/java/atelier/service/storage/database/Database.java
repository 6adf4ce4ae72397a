package atelier.service.storage.database;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import atelier.service.storage.WindowThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * An SQLite file with one owner of writes: this object's single writing connection, which takes one
 * transaction at a time. Any number of threads may read meanwhile and see what was last committed.
 *
 * <p>A commit is on the disk when {@link #write} returns, so that neither a killed process nor a
 * power cut takes it back.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int PATIENCE_MILLIS = 10_000;

    private final Path file;
    private final @Nullable String whyReadOnly;
    private final @Nullable Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedQueue<Connection> readers = new ConcurrentLinkedQueue<>();

    private Database(Path file, @Nullable Connection writer, @Nullable String whyReadOnly) {
        this.file = file;
        this.writer = writer;
        this.whyReadOnly = whyReadOnly;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it, and closes all but the connection. */
        T with(Connection connection) throws SQLException;
    }

    /** What is looked for with a connection. */
    @FunctionalInterface
    public interface Search<T> {
        /** Finds it, and closes all but the connection; null where it is not there. */
        @Nullable T with(Connection connection) throws SQLException;
    }

    /** What is changed by a connection. */
    @FunctionalInterface
    public interface Change {
        /** Does it, and closes all but the connection. */
        void with(Connection connection) throws SQLException;
    }

    /**
     * Opens a database to read and write, making it where there is none and bringing its schema up
     * to date.
     *
     * @throws AtelierException if it is damaged, written by a newer version, or cannot be written
     */
    public static Database open(Path file) {
        WindowThread.refuse("the database was asked");
        try {
            return new Database(file, writer(file), null);
        } catch (SQLException e) {
            throw DatabaseFailures.of(file, e);
        }
    }

    /**
     * Opens a database to read, while another process may write it.
     *
     * @param why one sentence for whoever tries to write
     * @throws AtelierException if there is none, it is damaged, or its schema is another version's
     */
    public static Database openReadOnly(Path file, String why) {
        WindowThread.refuse("the database was asked");
        if (!Files.exists(file)) {
            throw new AtelierException(
                    "There is no %s to read yet: wait until the other process has made it."
                            .formatted(file));
        }
        Database database = new Database(file, null, why);
        int version = database.read(Migrations::version);
        Migrations.requireKnown(file, version);
        if (version < Migrations.newest()) {
            throw new AtelierException(
                    "%s is of an older version of Atelier, which still has it open: close that one, then open the workspace again."
                            .formatted(file));
        }
        return database;
    }

    private static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection(url(file));
        boolean opened = false;
        try {
            Migrations.requireKnown(file, Migrations.version(connection));
            migrate(connection);
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Brings a schema to the newest version, each step whole or not at all. */
    private static void migrate(Connection connection) throws SQLException {
        for (int step = Migrations.version(connection); step < Migrations.newest(); step++) {
            int next = step;
            transaction(
                    connection,
                    within -> {
                        Migrations.run(within, next);
                        return Boolean.TRUE;
                    });
        }
    }

    private static SQLiteConfig config() {
        makeDriverFolder();
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config;
    }

    /** The driver unpacks its library into a folder that it does not make. */
    private static void makeDriverFolder() {
        String folder = System.getProperty("org.sqlite.tmpdir");
        if (folder != null) {
            try {
                Files.createDirectories(Path.of(folder));
            } catch (IOException e) {
                throw FileFailures.writing(Path.of(folder), e);
            }
        }
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** Why nothing can be written, in one sentence; null where it can. */
    public @Nullable String whyReadOnly() {
        return whyReadOnly;
    }

    /**
     * Changes something, in one transaction: all of it or, where the work throws, nothing.
     *
     * @throws AtelierException if the database is open to read only, the disk is full, or the file
     *     is damaged
     */
    public <T> T write(Work<T> work) {
        WindowThread.refuse("the database was asked");
        if (writer == null) {
            throw new AtelierException(whyReadOnly == null ? file + " is closed." : whyReadOnly);
        }
        writing.lock();
        try {
            return transaction(writer, work);
        } catch (SQLException e) {
            throw DatabaseFailures.of(file, e);
        } finally {
            writing.unlock();
        }
    }

    /** Changes something; see {@link #write}. */
    public void change(Change change) {
        write(connection -> {
            change.with(connection);
            return Boolean.TRUE;
        });
    }

    /**
     * By SQLite's own words: the driver loses count of transactions that SQLite takes back by
     * itself, as it does where the disk is full.
     */
    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        run(connection, "begin immediate");
        boolean done = false;
        try {
            T result = work.with(connection);
            run(connection, "commit");
            done = true;
            return result;
        } finally {
            if (!done) {
                takeBack(connection);
            }
        }
    }

    private static void takeBack(Connection connection) {
        try {
            run(connection, "rollback");
        } catch (SQLException e) {
            LOG.debug("SQLite has taken it back by itself", e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Looks something up, as it was last committed.
     *
     * @throws AtelierException if the file is damaged or cannot be read
     */
    public <T> T read(Work<T> work) {
        WindowThread.refuse("the database was asked");
        try {
            Connection idle = readers.poll();
            return read(idle == null ? reader() : idle, work);
        } catch (SQLException e) {
            throw DatabaseFailures.of(file, e);
        }
    }

    /** Looks for one thing; see {@link #read}. */
    public <T> Optional<T> find(Search<T> search) {
        return read(connection -> Optional.ofNullable(search.with(connection)));
    }

    /** What failed is closed, as its state is not known; what did not serves the next. */
    private <T> T read(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.with(connection);
            done = true;
            return result;
        } finally {
            if (done) {
                readers.add(connection);
            } else {
                connection.close();
            }
        }
    }

    private Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return config.createConnection(url(file));
    }

    /** Lets the work in progress finish. */
    @Override
    public void close() {
        writing.lock();
        try {
            for (Connection reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw DatabaseFailures.of(file, e);
        } finally {
            writing.unlock();
        }
    }
}
