package atelier.service.library;

import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.service.storage.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapters in the database. */
final class AdapterRows {

    private AdapterRows() {}

    static void save(Connection connection, AdapterRecord adapter) throws SQLException {
        Rows.change(
                connection,
                "insert or replace into adapter values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                adapter.file(),
                adapter.name(),
                adapter.type().name(),
                adapter.trigger(),
                adapter.character(),
                adapter.note(),
                adapter.favourite(),
                CharacterRows.tags(adapter.tags()),
                adapter.sha256(),
                adapter.bytes(),
                adapter.added().toEpochMilli(),
                adapter.archived());
    }

    static void delete(Connection connection, String file) throws SQLException {
        Rows.change(connection, "delete from adapter where file = ?", file);
    }

    static @Nullable AdapterRecord find(Connection connection, String file) throws SQLException {
        return Rows.first(
                connection, "select * from adapter where file = ?", AdapterRows::adapter, file);
    }

    /** Favourites first, then by name. */
    static List<AdapterRecord> all(Connection connection) throws SQLException {
        return Rows.all(
                connection,
                "select * from adapter order by favourite desc, name, file",
                AdapterRows::adapter);
    }

    private static AdapterRecord adapter(ResultSet row) throws SQLException {
        return new AdapterRecord(
                row.getString("file"),
                row.getString("name"),
                AdapterType.valueOf(row.getString("type")),
                row.getString("trigger_phrase"),
                row.getString("character"),
                row.getString("note"),
                row.getBoolean("favourite"),
                CharacterRows.tags(row.getString("tags")),
                row.getString("sha256"),
                row.getLong("bytes"),
                Instant.ofEpochMilli(row.getLong("added")),
                row.getBoolean("archived"));
    }
}
