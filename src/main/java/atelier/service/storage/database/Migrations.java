package atelier.service.storage.database;

import atelier.model.AtelierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The steps by which the schema came to be what it is. Each is an SQL file that is never changed
 * again once it is released; the database tells by its {@code user_version} how many it has had.
 */
final class Migrations {

    private static final List<String> STEPS =
            List.of("001-jobs", "002-library", "003-stars", "004-archive");

    private Migrations() {}

    /** How many there are. */
    static int newest() {
        return STEPS.size();
    }

    /**
     * Checks that this version knows the schema.
     *
     * @throws AtelierException if a newer version wrote it
     */
    static void requireKnown(Path file, int version) {
        if (version > newest()) {
            throw new AtelierException(
                    "%s was written by a newer version of Atelier (schema %d, and this one knows %d): open the workspace with that version."
                            .formatted(file, version, newest()));
        }
    }

    /** The schema's version; 0 for a database that is empty. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    /** Does a step, within a transaction. */
    static void run(Connection connection, int step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql(STEPS.get(step)));
            statement.executeUpdate("pragma user_version = " + (step + 1));
        }
    }

    private static String sql(String step) {
        String name = step + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
