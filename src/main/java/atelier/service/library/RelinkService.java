package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.RelinkReport;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Links many adapters to their files again, from a list of where each lay and where it lies now. A
 * file is taken only where it has the content that the adapter had.
 */
public final class RelinkService {

    private static final List<String> ARROWS = List.of(" -> ", " → ", "\t");
    private static final String WHY = "relinked from a list";
    private static final char COMMENT = '#';

    private final AdapterLibrary adapters;

    RelinkService(AdapterLibrary adapters) {
        this.adapters = adapters;
    }

    /** Where a file lay, and where it lies now. */
    private record Move(String old, Path now) {}

    /**
     * Links those of a list.
     *
     * @param list a text file with OLD -> NEW on each line, with an arrow or a tab between: OLD is
     *     the adapter's file, with or without the folder that it lay in, NEW where it lies now,
     *     from the folder of the list if it is not absolute; empty lines and those that begin with
     *     a # are passed over
     * @throws AtelierException if the list cannot be read, or a line of it is none of that
     */
    public RelinkReport relink(Path list, ProgressListener progress, CancelToken cancel) {
        List<Move> moves = read(list);
        List<String> relinked = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Move move : moves) {
            cancel.check();
            progress.progressed(
                    Progress.of(
                            "Relinking adapters",
                            relinked.size() + failed.size(),
                            moves.size(),
                            "adapter"));
            try {
                String name = adapters.get(move.old()).name();
                adapters.relink(move.old(), move.now(), WHY);
                relinked.add(name);
            } catch (AtelierException e) {
                failed.add(String.valueOf(e.getMessage()));
            }
        }
        return new RelinkReport(relinked, failed);
    }

    private static List<Move> read(Path list) {
        List<String> lines;
        try {
            lines = Files.readAllLines(list);
        } catch (IOException e) {
            throw FileFailures.reading(list, e);
        }
        List<Move> moves = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (!line.isEmpty() && line.charAt(0) != COMMENT) {
                moves.add(move(list, index + 1, line));
            }
        }
        return moves;
    }

    private static Move move(Path list, int number, String line) {
        for (String arrow : ARROWS) {
            int at = line.indexOf(arrow);
            if (at > 0) {
                String old = line.substring(0, at).strip().replace('\\', '/');
                try {
                    Path now = Path.of(line.substring(at + arrow.length()).strip());
                    Path folder = Objects.requireNonNull(list.toAbsolutePath().getParent());
                    return new Move(old.substring(old.lastIndexOf('/') + 1), folder.resolve(now));
                } catch (InvalidPathException e) {
                    throw wrong(list, number, e);
                }
            }
        }
        throw wrong(list, number, null);
    }

    private static AtelierException wrong(Path list, int number, @Nullable Exception cause) {
        return new AtelierException(
                "Line %d of %s names no two files: write where the adapter's file lay, ->, and where it lies now."
                        .formatted(number, list),
                cause);
    }
}
