package atelier.service.job;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.service.storage.database.Database;
import atelier.service.storage.database.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The jobs in the database. */
final class JobStore {

    private static final String ALL =
            """
            select id, kind, title, state, place, request, stage, done, total, unit, detail,
                   happened, kept, created, started, ended,
                   (select count(*) from job_result where job = id) as made
            from job order by place\
            """;
    private static final String ADD =
            """
            insert into job (kind, title, state, place, request, created)
            values (?, ?, ?, ?, ?, ?)\
            """;
    private static final String SAVE =
            """
            update job set state = ?, place = ?, stage = ?, done = ?, total = ?, unit = ?,
                   detail = ?, happened = ?, kept = ?, started = ?, ended = ?
            where id = ?\
            """;

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    /** Whether nothing can be written. */
    boolean isReadOnly() {
        return database.whyReadOnly() != null;
    }

    List<JobRecord> all() {
        return database.read(connection -> Rows.all(connection, ALL, JobStore::job));
    }

    /** Adds a job that was just ordered. */
    JobRecord add(JobKind kind, String title, String order, Instant created, long place) {
        long id =
                database.write(connection ->
                        Rows.add(
                                connection,
                                ADD,
                                kind.name(),
                                title,
                                JobState.QUEUED.name(),
                                place,
                                order,
                                created.toEpochMilli()));
        return new JobRecord(id, kind, title, order, created, place, JobStatus.ORDERED);
    }

    /** Writes down where jobs stand, all or none. */
    void save(Collection<JobRecord> jobs) {
        database.change(connection -> {
            for (JobRecord job : jobs) {
                save(connection, job);
            }
        });
    }

    private static void save(Connection connection, JobRecord job) throws SQLException {
        JobStatus status = job.status();
        Progress progress = status.progress();
        Progress shown = progress == null ? Progress.of("", 0, 0, "") : progress;
        Rows.change(
                connection,
                SAVE,
                status.state().name(),
                job.place(),
                progress == null ? null : progress.stage(),
                shown.done(),
                shown.total(),
                shown.unit(),
                shown.detail(),
                status.happened(),
                status.kept(),
                millis(status.started()),
                millis(status.ended()),
                job.id());
    }

    /** Forgets jobs and what they made; the files stay. */
    void remove(Collection<Long> ids) {
        database.change(connection -> {
            for (long id : ids) {
                Rows.change(connection, "delete from job where id = ?", id);
            }
        });
    }

    /** What a job has made, in order. */
    SequencedMap<String, Path> results(long job) {
        return database.read(connection -> {
            SequencedMap<String, Path> results = new LinkedHashMap<>();
            Rows.all(
                            connection,
                            "select item, file from job_result where job = ? order by number",
                            row -> List.of(row.getString(1), row.getString(2)),
                            job)
                    .forEach(pair -> results.put(pair.getFirst(), Path.of(pair.getLast())));
            return results;
        });
    }

    void addResult(long job, String item, int number, Path file) {
        database.change(connection ->
                Rows.change(
                        connection,
                        "insert or replace into job_result values (?, ?, ?, ?)",
                        job,
                        item,
                        number,
                        file.toString()));
    }

    private static JobRecord job(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        Progress progress =
                stage == null
                        ? null
                        : new Progress(
                                stage,
                                row.getLong("done"),
                                row.getLong("total"),
                                row.getString("unit"),
                                row.getString("detail"));
        JobStatus status =
                new JobStatus(
                        JobState.valueOf(row.getString("state")),
                        progress,
                        0,
                        -1,
                        row.getInt("made"),
                        row.getString("happened"),
                        row.getString("kept"),
                        instant(row, "started"),
                        instant(row, "ended"));
        return new JobRecord(
                row.getLong("id"),
                JobKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("request"),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getLong("place"),
                status);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
