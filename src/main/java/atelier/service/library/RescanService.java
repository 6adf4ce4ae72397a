package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageRecord;
import atelier.model.library.PictureRecord;
import atelier.model.library.RescanReport;
import atelier.model.library.RunRecord;
import atelier.service.storage.database.Rows;
import atelier.service.training.RunIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the index of a workspace anew from its files. The history and the queue of jobs stay as
 * they are; the new index takes the old one's place as a whole, or not at all.
 */
public final class RescanService {

    private final Library library;
    private final ImageLibrary images;
    private final FoundFiles files;

    RescanService(Library library, ImageLibrary images) {
        this.library = library;
        this.images = images;
        this.files = new FoundFiles(library.workspace());
    }

    /** Everything that was found. */
    private record Found(
            List<CharacterRecord> characters,
            List<PictureRecord> pictures,
            List<AdapterRecord> adapters,
            List<ImageRecord> images,
            List<RunRecord> runs) {}

    /**
     * Reads everything again.
     *
     * @throws AtelierException if the database cannot be written; what cannot be read is left out
     *     and told of
     */
    public RescanReport rescan(ProgressListener progress, CancelToken cancel) {
        library.requireWritable();
        List<String> problems = new ArrayList<>();
        Reading reading = new Reading(problems, progress, cancel);
        List<String> slugs = files.characters();
        Found found =
                new Found(
                        reading.each("Reading characters", "character", slugs, files::character),
                        reading
                                .each("Reading pictures", "character", slugs, files::pictures)
                                .stream()
                                .flatMap(List::stream)
                                .toList(),
                        reading.each(
                                "Reading adapters", "adapter", files.adapters(), files::adapter),
                        reading.each("Reading images", "image", files.images(), images::read),
                        reading.each("Reading runs", "run", files.runs(), RunIndex::read).stream()
                                .flatMap(Optional::stream)
                                .toList());
        boolean known = library.database().read(RescanService::hasHistory);
        library.database().change(connection -> replace(connection, found));
        return report(found, problems, known);
    }

    private RescanReport report(Found found, List<String> problems, boolean known) {
        boolean nothing =
                found.characters().isEmpty()
                        && found.adapters().isEmpty()
                        && found.images().isEmpty()
                        && found.runs().isEmpty();
        return new RescanReport(
                found.characters().size(),
                found.pictures().size(),
                found.adapters().size(),
                found.images().size(),
                found.runs().size(),
                problems,
                known || nothing ? List.of() : new LostKnowledge(library, files).sentences());
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        Boolean known =
                Rows.first(
                        connection,
                        "select exists (select 1 from audit) or exists (select 1 from job)",
                        row -> row.getBoolean(1));
        return known != null && known;
    }

    private static void replace(Connection connection, Found found) throws SQLException {
        for (String table : List.of("picture", "character", "adapter", "image", "run")) {
            Rows.change(connection, "delete from " + table);
        }
        for (CharacterRecord character : found.characters()) {
            CharacterRows.save(connection, character);
        }
        for (PictureRecord picture : found.pictures()) {
            CharacterRows.save(connection, picture);
        }
        for (AdapterRecord adapter : found.adapters()) {
            AdapterRows.save(connection, adapter);
        }
        for (ImageRecord image : found.images()) {
            ImageRows.save(connection, image);
        }
        for (RunRecord run : found.runs()) {
            RunRows.save(connection, run);
        }
    }

    /** Reads many things, leaving out those that cannot be. */
    private record Reading(List<String> problems, ProgressListener progress, CancelToken cancel) {

        <S, T> List<T> each(String stage, String unit, List<S> sources, Function<S, T> read) {
            List<T> all = new ArrayList<>();
            if (!sources.isEmpty()) {
                progress.progressed(Progress.of(stage, 0, sources.size(), unit));
            }
            for (int index = 0; index < sources.size(); index++) {
                cancel.check();
                try {
                    all.add(read.apply(sources.get(index)));
                } catch (AtelierException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
                progress.progressed(Progress.of(stage, index + 1, sources.size(), unit));
            }
            return all;
        }
    }

    /** Takes into the index what came back from the trash. */
    void restored(AuditRow row, String why) {
        String trash = row.now();
        String back = row.old();
        library.database()
                .change(connection -> {
                    take(connection, row);
                    library.audit()
                            .add(
                                    connection,
                                    row.kind(),
                                    row.item(),
                                    AuditRow.PLACE,
                                    trash,
                                    back,
                                    why);
                });
    }

    private void take(Connection connection, AuditRow row) throws SQLException {
        String item = row.item();
        switch (row.kind()) {
            case CHARACTER -> {
                CharacterRows.save(connection, files.character(item));
                savePictures(connection, item);
            }
            case PICTURE -> savePictures(connection, item.substring(0, item.indexOf('/')));
            case ADAPTER ->
                    AdapterRows.save(
                            connection,
                            files.adapter(library.workspace().adapters().resolve(item)));
            case IMAGE ->
                    ImageRows.save(
                            connection, images.read(library.workspace().images().resolve(item)));
            case RUN -> {
                try {
                    RunRecord run =
                            RunIndex.read(library.workspace().runs().resolve(item)).orElse(null);
                    if (run != null) {
                        RunRows.save(connection, run);
                    }
                } catch (AtelierException _) {
                    // It was damaged when it went to the trash, and so it comes back.
                    return;
                }
            }
            case MODEL -> {
                // Models are not in the index.
            }
        }
    }

    private void savePictures(Connection connection, String slug) throws SQLException {
        for (PictureRecord picture : files.pictures(slug)) {
            CharacterRows.save(connection, picture);
        }
    }
}
