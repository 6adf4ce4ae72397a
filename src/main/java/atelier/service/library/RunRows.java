package atelier.service.library;

import atelier.model.library.RunRecord;
import atelier.service.storage.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Training runs in the database. */
final class RunRows {

    private RunRows() {}

    static void save(Connection connection, RunRecord run) throws SQLException {
        Rows.change(
                connection,
                "insert or replace into run values (?, ?, ?, ?, ?)",
                run.folder(),
                run.trigger(),
                run.started().toEpochMilli(),
                run.step(),
                run.finished());
    }

    static void delete(Connection connection, String folder) throws SQLException {
        Rows.change(connection, "delete from run where folder = ?", folder);
    }

    static @Nullable RunRecord find(Connection connection, String folder) throws SQLException {
        return Rows.first(connection, "select * from run where folder = ?", RunRows::run, folder);
    }

    static List<RunRecord> all(Connection connection) throws SQLException {
        return Rows.all(
                connection, "select * from run order by started desc, folder desc", RunRows::run);
    }

    private static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getString("folder"),
                row.getString("trigger_phrase"),
                Instant.ofEpochMilli(row.getLong("started")),
                row.getLong("step"),
                row.getBoolean("finished"));
    }
}
