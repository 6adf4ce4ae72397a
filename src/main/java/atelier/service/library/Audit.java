package atelier.service.library;

import atelier.model.library.AuditRow;
import atelier.model.library.ItemKind;
import atelier.service.storage.database.Database;
import atelier.service.storage.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The history of the library: who changed what, when and why. */
final class Audit {

    private static final String COLUMNS =
            "select id, at, kind, item, field, old, now, why, who, undone from audit ";

    private final Clock clock;
    private final String who;

    /**
     * @param who makes changes
     */
    Audit(Clock clock, String who) {
        this.clock = clock;
        this.who = who;
    }

    /** Notes a change, as part of the transaction that makes it. */
    void add(
            Connection connection,
            ItemKind kind,
            String item,
            String field,
            String old,
            String now,
            String why)
            throws SQLException {
        Rows.add(
                connection,
                "insert into audit (at, kind, item, field, old, now, why, who) values (?, ?, ?, ?, ?, ?, ?, ?)",
                clock.millis(),
                kind.name(),
                item,
                field,
                old,
                now,
                why,
                who);
    }

    static void markUndone(Connection connection, long id) throws SQLException {
        Rows.change(connection, "update audit set undone = 1 where id = ?", id);
    }

    static Optional<AuditRow> row(Database database, long id) {
        return database.find(
                connection -> Rows.first(connection, COLUMNS + "where id = ?", Audit::row, id));
    }

    static List<AuditRow> of(Database database, ItemKind kind, String item) {
        return database.read(connection ->
                Rows.all(
                        connection,
                        COLUMNS + "where kind = ? and item = ? order by id desc",
                        Audit::row,
                        kind.name(),
                        item));
    }

    static List<AuditRow> last(Database database, int count) {
        return database.read(connection ->
                Rows.all(connection, COLUMNS + "order by id desc limit ?", Audit::row, count));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("item"),
                row.getString("field"),
                row.getString("old"),
                row.getString("now"),
                row.getString("why"),
                row.getString("who"),
                row.getBoolean("undone"));
    }
}
