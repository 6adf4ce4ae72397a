package atelier.service.storage.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few ways in which statements are run, with their arguments in the order of the marks. */
public final class Rows {

    private Rows() {}

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Mapper<T> {
        /** Reads the columns of the current row. */
        T of(ResultSet row) throws SQLException;
    }

    /** Every row that a query gives, in its order. */
    public static <T> List<T> all(
            Connection connection, String sql, Mapper<T> mapper, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
            return all;
        }
    }

    /** The first row that a query gives; null where it gives none. */
    public static <T> @Nullable T first(
            Connection connection, String sql, Mapper<T> mapper, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? mapper.of(rows) : null;
        }
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public static int change(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /**
     * Adds a row.
     *
     * @return its number
     */
    public static long add(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        change(connection, sql, arguments);
        Long number = first(connection, "select last_insert_rowid()", row -> row.getLong(1));
        return number == null ? 0 : number;
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        boolean ready = false;
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            ready = true;
            return statement;
        } finally {
            if (!ready) {
                statement.close();
            }
        }
    }
}
