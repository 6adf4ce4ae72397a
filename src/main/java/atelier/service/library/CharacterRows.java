package atelier.service.library;

import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.PictureRecord;
import atelier.service.storage.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Characters and their pictures in the database. */
final class CharacterRows {

    private static final String SEPARATOR = "\n";

    private CharacterRows() {}

    static void save(Connection connection, CharacterRecord character) throws SQLException {
        Rows.change(
                connection,
                """
                insert into character values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (slug) do update set name = excluded.name, type = excluded.type,
                    trigger_phrase = excluded.trigger_phrase, state = excluded.state,
                    note = excluded.note, favourite = excluded.favourite, tags = excluded.tags,
                    archived = excluded.archived\
                """,
                character.slug(),
                character.name(),
                character.type().name(),
                character.trigger(),
                character.state().name(),
                character.note(),
                character.favourite(),
                tags(character.tags()),
                character.created().toEpochMilli(),
                character.archived());
    }

    static void delete(Connection connection, String slug) throws SQLException {
        Rows.change(connection, "delete from character where slug = ?", slug);
    }

    static @Nullable CharacterRecord find(Connection connection, String slug) throws SQLException {
        return Rows.first(
                connection,
                "select * from character where slug = ?",
                CharacterRows::character,
                slug);
    }

    /** Favourites first, then by name. */
    static List<CharacterRecord> all(Connection connection) throws SQLException {
        return Rows.all(
                connection,
                "select * from character order by favourite desc, name, slug",
                CharacterRows::character);
    }

    static void save(Connection connection, PictureRecord picture) throws SQLException {
        Rows.change(
                connection,
                "insert or replace into picture values (?, ?, ?, ?, ?)",
                picture.character(),
                picture.name(),
                picture.sha256(),
                picture.bytes(),
                picture.added().toEpochMilli());
    }

    static void deletePicture(Connection connection, String slug, String name) throws SQLException {
        Rows.change(connection, "delete from picture where character = ? and name = ?", slug, name);
    }

    static List<PictureRecord> pictures(Connection connection, String slug) throws SQLException {
        return Rows.all(
                connection,
                "select * from picture where character = ? order by name",
                row ->
                        new PictureRecord(
                                row.getString("character"),
                                row.getString("name"),
                                row.getString("sha256"),
                                row.getLong("bytes"),
                                Instant.ofEpochMilli(row.getLong("added"))),
                slug);
    }

    private static CharacterRecord character(ResultSet row) throws SQLException {
        return new CharacterRecord(
                row.getString("slug"),
                row.getString("name"),
                AdapterType.valueOf(row.getString("type")),
                row.getString("trigger_phrase"),
                CharacterState.valueOf(row.getString("state")),
                row.getString("note"),
                row.getBoolean("favourite"),
                tags(row.getString("tags")),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getBoolean("archived"));
    }

    /** Tags in one column. */
    static String tags(List<String> tags) {
        return String.join(SEPARATOR, tags);
    }

    /** The tags of a column. */
    static List<String> tags(String column) {
        return Arrays.stream(column.split(SEPARATOR, -1)).filter(tag -> !tag.isEmpty()).toList();
    }
}
