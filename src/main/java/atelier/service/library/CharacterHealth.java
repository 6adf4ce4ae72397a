package atelier.service.library;

import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the characters: whether the pictures are those of the index, and the state is true. */
final class CharacterHealth implements HealthCheck {

    private final CharacterLibrary characters;
    private final AdapterLibrary adapters;
    private final FoundFiles files;
    private final Cards cards;
    private final IndexEntries entries;

    CharacterHealth(
            CharacterLibrary characters,
            AdapterLibrary adapters,
            FoundFiles files,
            Cards cards,
            IndexEntries entries) {
        this.characters = characters;
        this.adapters = adapters;
        this.files = files;
        this.cards = cards;
        this.entries = entries;
    }

    @Override
    public Found look(HealthLook look) {
        List<HealthFinding> findings = new ArrayList<>();
        List<CharacterRecord> all = characters.all();
        Set<String> trained =
                adapters.all().stream().map(AdapterRecord::character).collect(Collectors.toSet());
        int[] items = {all.size()};
        look.each(
                look.thorough() ? "Hashing the pictures" : "Checking the characters",
                "character",
                all,
                character -> {
                    items[0] += look(character, look, findings);
                    if (character.state() == CharacterState.COMPLETED
                            && !trained.contains(character.slug())) {
                        findings.add(finding(HealthTrouble.NO_ADAPTER, character, 1));
                    }
                });
        Set<String> listed = all.stream().map(CharacterRecord::slug).collect(Collectors.toSet());
        files.characters().stream()
                .filter(slug -> !listed.contains(slug))
                .map(slug ->
                        new HealthFinding(
                                HealthTrouble.CHARACTER_UNLISTED,
                                ItemKind.CHARACTER,
                                slug,
                                slug,
                                "",
                                1))
                .forEach(findings::add);
        return new Found(items[0], findings);
    }

    /** Looks at the pictures of a character, and says how many it has. */
    private int look(CharacterRecord character, HealthLook look, List<HealthFinding> findings) {
        Map<String, PictureRecord> known =
                characters.pictures(character.slug()).stream()
                        .collect(Collectors.toMap(PictureRecord::name, Function.identity()));
        int pictures = known.size();
        int differ = 0;
        for (Path file : files.pictureFiles(character.slug())) {
            look.cancel().check();
            PictureRecord picture = known.remove(file.getFileName().toString());
            differ += picture == null || differs(file, picture, look) ? 1 : 0;
        }
        if (!known.isEmpty()) {
            findings.add(finding(HealthTrouble.PICTURES_GONE, character, known.size()));
        }
        if (differ > 0) {
            findings.add(finding(HealthTrouble.PICTURES_DIFFER, character, differ));
        }
        return pictures;
    }

    private static boolean differs(Path file, PictureRecord picture, HealthLook look) {
        try {
            return Files.size(file) != picture.bytes()
                    || (look.thorough() && !look.hash(file).equals(picture.sha256()));
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private static HealthFinding finding(
            HealthTrouble trouble, CharacterRecord character, int number) {
        return new HealthFinding(
                trouble, ItemKind.CHARACTER, character.slug(), character.name(), "", number);
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        String slug = finding.item();
        return switch (finding.trouble()) {
            case PICTURES_GONE, PICTURES_DIFFER -> {
                characters.reread(slug, files.pictures(slug), why);
                yield true;
            }
            case NO_ADAPTER -> {
                characters.set(slug, CharacterField.STATE, CharacterState.ERROR.name(), why);
                yield true;
            }
            case CHARACTER_UNLISTED -> {
                entries.change(null, files.character(slug), why);
                files.pictures(slug).forEach(picture -> entries.change(null, picture, why));
                if (Files.notExists(characters.card(slug))) {
                    cards.write(ItemKind.CHARACTER, slug, why);
                }
                yield true;
            }
            default -> false;
        };
    }
}
