package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.model.library.RunRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes what the index says of things, while their files stay as they are. The history keeps both
 * records whole, as JSON, so that each such change can be taken back.
 */
final class IndexEntries {

    /** What an older version wrote lacks what was added since. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Library library;

    IndexEntries(Library library) {
        this.library = library;
    }

    /** The same as below, in a transaction of its own. */
    void change(@Nullable Record before, @Nullable Record after, String why) {
        library.database().change(connection -> change(connection, before, after, why));
    }

    /**
     * Replaces a record of the index, as part of a transaction.
     *
     * @param before what it says now; null where it says nothing
     * @param after what it shall say of the same thing; null to forget it
     * @param why in a few words, for the history
     */
    void change(Connection connection, @Nullable Record before, @Nullable Record after, String why)
            throws SQLException {
        Record known = Objects.requireNonNull(after == null ? before : after);
        put(connection, kind(known), item(known), json(after));
        audit(connection, kind(known), item(known), json(before), json(after), why);
    }

    private void audit(
            Connection connection, ItemKind kind, String item, String left, String came, String why)
            throws SQLException {
        library.audit().add(connection, kind, item, AuditRow.INDEX, left, came, why);
    }

    /**
     * Lets the index say again what it said before a change.
     *
     * @throws AtelierException if it says something else by now than after that change
     */
    void takeBack(AuditRow row, String why) {
        library.database()
                .change(connection -> {
                    String current = json(find(connection, row.kind(), row.item()));
                    if (!current.equals(row.now())) {
                        throw LibraryHistory.changedSince(row);
                    }
                    put(connection, row.kind(), row.item(), row.old());
                    audit(connection, row.kind(), row.item(), row.now(), row.old(), why);
                });
    }

    private static String json(@Nullable Record entry) {
        return entry == null ? "" : JSON.writeValueAsString(entry);
    }

    private static ItemKind kind(Record entry) {
        return switch (entry) {
            case CharacterRecord _ -> ItemKind.CHARACTER;
            case PictureRecord _ -> ItemKind.PICTURE;
            case AdapterRecord _ -> ItemKind.ADAPTER;
            case ImageRecord _ -> ItemKind.IMAGE;
            case RunRecord _ -> ItemKind.RUN;
            default -> throw new IllegalArgumentException(entry + " is not in the index");
        };
    }

    private static String item(Record entry) {
        return switch (entry) {
            case CharacterRecord character -> character.slug();
            case PictureRecord picture -> picture.character() + "/" + picture.name();
            case AdapterRecord adapter -> adapter.file();
            case ImageRecord image -> image.file();
            case RunRecord run -> run.folder();
            default -> throw new IllegalArgumentException(entry + " is not in the index");
        };
    }

    private static @Nullable Record find(Connection connection, ItemKind kind, String item)
            throws SQLException {
        return switch (kind) {
            case CHARACTER -> CharacterRows.find(connection, item);
            case PICTURE ->
                    CharacterRows.pictures(connection, character(item)).stream()
                            .filter(picture -> item(picture).equals(item))
                            .findFirst()
                            .orElse(null);
            case ADAPTER -> AdapterRows.find(connection, item);
            case IMAGE -> ImageRows.find(connection, item);
            case RUN -> RunRows.find(connection, item);
            case MODEL -> null;
        };
    }

    /** Writes a record; an empty text deletes it. */
    private static void put(Connection connection, ItemKind kind, String item, String json)
            throws SQLException {
        boolean gone = json.isEmpty();
        switch (kind) {
            case CHARACTER -> {
                if (gone) {
                    CharacterRows.delete(connection, item);
                } else {
                    CharacterRows.save(connection, read(json, CharacterRecord.class));
                }
            }
            case PICTURE -> {
                if (gone) {
                    String slug = character(item);
                    CharacterRows.deletePicture(
                            connection, slug, item.substring(slug.length() + 1));
                } else {
                    CharacterRows.save(connection, read(json, PictureRecord.class));
                }
            }
            case ADAPTER -> {
                if (gone) {
                    AdapterRows.delete(connection, item);
                } else {
                    AdapterRows.save(connection, read(json, AdapterRecord.class));
                }
            }
            case IMAGE -> {
                if (gone) {
                    ImageRows.delete(connection, item);
                } else {
                    ImageRows.save(connection, read(json, ImageRecord.class));
                }
            }
            case RUN -> {
                RunRows.delete(connection, item);
                if (!gone) {
                    RunRows.save(connection, read(json, RunRecord.class));
                }
            }
            case MODEL -> throw new IllegalArgumentException("models are not in the index");
        }
    }

    private static String character(String picture) {
        return picture.substring(0, picture.indexOf('/'));
    }

    private static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
