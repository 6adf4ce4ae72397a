package atelier.service.storage.database;

import atelier.model.AtelierException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one plain sentence why the database could not do something, and what to do. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    static AtelierException of(Path file, SQLException cause) {
        return new AtelierException(file + " " + why(cause) + ".", cause);
    }

    private static String why(SQLException cause) {
        return switch (primary(cause)) {
            case SQLITE_FULL ->
                    "cannot be written: the disk is full; free some space and try again";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    "is damaged: move it elsewhere and run atelier library rescan, which builds it anew from your files";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                    "cannot be written: you have no permission to; change its permissions or choose another workspace";
            case SQLITE_CANTOPEN ->
                    "cannot be opened: check that its folder exists and that you may write to it";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "is in use by another program: close that program and try again";
            case SQLITE_IOERR ->
                    "cannot be read or written: check the disk it lies on, and whether it is full";
            default -> "cannot be used: SQLite reports " + cause.getMessage();
        };
    }

    /** The error's kind without its subdivision, which is in the bits above the lowest eight. */
    private static SQLiteErrorCode primary(SQLException cause) {
        int code =
                cause instanceof SQLiteException failure
                        ? failure.getResultCode().code
                        : cause.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & 0xff);
    }
}
