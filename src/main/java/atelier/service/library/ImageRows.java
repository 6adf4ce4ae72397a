package atelier.service.library;

import atelier.model.library.ImageMarks;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.service.storage.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Images in the database. */
final class ImageRows {

    private ImageRows() {}

    static void save(Connection connection, ImageRecord image) throws SQLException {
        ImageMarks marks = image.marks();
        Rows.change(
                connection,
                """
                insert into image (file, made, width, height, prompt, negative, seed, model,
                                   adapters, liked, favourite, tags, stars, comment, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (file) do update set made = excluded.made, width = excluded.width,
                    height = excluded.height, prompt = excluded.prompt,
                    negative = excluded.negative, seed = excluded.seed, model = excluded.model,
                    adapters = excluded.adapters, liked = excluded.liked,
                    favourite = excluded.favourite, tags = excluded.tags, stars = excluded.stars,
                    comment = excluded.comment, words = excluded.words\
                """,
                image.file(),
                image.made().toEpochMilli(),
                image.width(),
                image.height(),
                image.prompt(),
                image.negative(),
                image.seed(),
                image.model(),
                image.adapters(),
                marks.liked(),
                marks.favourite(),
                CharacterRows.tags(marks.tags()),
                marks.stars(),
                marks.comment(),
                words(image));
    }

    /** In lower case by Java, as SQLite knows only that of English. */
    private static String words(ImageRecord image) {
        return String.join(
                        "\n",
                        image.prompt(),
                        image.model(),
                        image.adapters(),
                        String.join("\n", image.marks().tags()),
                        image.marks().comment(),
                        image.file(),
                        image.seed())
                .toLowerCase(Locale.ROOT);
    }

    static void delete(Connection connection, String file) throws SQLException {
        Rows.change(connection, "delete from image where file = ?", file);
    }

    static @Nullable ImageRecord find(Connection connection, String file) throws SQLException {
        return Rows.first(connection, "select * from image where file = ?", ImageRows::image, file);
    }

    static List<ImageRecord> find(Connection connection, ImageQuery query) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        String where = where(query, arguments);
        arguments.add(query.limit());
        arguments.add(query.offset());
        return Rows.all(
                connection,
                "select * from image" + where + " order by made desc, id desc limit ? offset ?",
                ImageRows::image,
                arguments.toArray());
    }

    static int count(Connection connection, ImageQuery query) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        Integer count =
                Rows.first(
                        connection,
                        "select count(*) from image" + where(query, arguments),
                        row -> row.getInt(1),
                        arguments.toArray());
        return count == null ? 0 : count;
    }

    /** A plain look at every row: with 10,000 of them it takes some 20 milliseconds. */
    private static String where(ImageQuery query, List<Object> arguments) {
        List<String> terms = new ArrayList<>();
        Arrays.stream(query.words().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> {
                    terms.add("instr(words, ?) > 0");
                    arguments.add(word);
                });
        if (query.liked() != 0) {
            terms.add("liked = ?");
            arguments.add(query.liked());
        }
        if (query.favourites()) {
            terms.add("favourite = 1");
        }
        return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }

    private static ImageRecord image(ResultSet row) throws SQLException {
        return new ImageRecord(
                row.getString("file"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("prompt"),
                row.getString("negative"),
                row.getString("seed"),
                row.getString("model"),
                row.getString("adapters"),
                marks(row));
    }

    private static ImageMarks marks(ResultSet row) throws SQLException {
        return new ImageMarks(
                row.getInt("liked"),
                row.getBoolean("favourite"),
                CharacterRows.tags(row.getString("tags")),
                row.getInt("stars"),
                row.getString("comment"));
    }

    /** The marks of images that were judged, and the names of the adapters they were made with. */
    record Judged(String adapters, ImageMarks marks) {}

    static List<Judged> judged(Connection connection) throws SQLException {
        return Rows.all(
                connection,
                "select * from image where adapters <> '' and (liked <> 0 or stars <> 0)",
                row -> new Judged(row.getString("adapters"), marks(row)));
    }
}
