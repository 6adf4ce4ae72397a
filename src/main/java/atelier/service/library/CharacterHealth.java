package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the characters: whether the pictures are those of the index, and the state is true. */
final class CharacterHealth implements HealthCheck {

    private final CharacterLibrary characters;
    private final AdapterLibrary adapters;
    private final FoundFiles files;

    CharacterHealth(CharacterLibrary characters, AdapterLibrary adapters, FoundFiles files) {
        this.characters = characters;
        this.adapters = adapters;
        this.files = files;
    }

    @Override
    public Found look(boolean thorough, CancelToken cancel) {
        List<HealthFinding> findings = new ArrayList<>();
        int items = 0;
        for (CharacterRecord character : characters.all()) {
            cancel.check();
            Map<String, PictureRecord> known =
                    characters.pictures(character.slug()).stream()
                            .collect(Collectors.toMap(PictureRecord::name, Function.identity()));
            items += 1 + known.size();
            int differ = 0;
            for (Path file : files.pictureFiles(character.slug())) {
                PictureRecord picture = known.remove(file.getFileName().toString());
                differ += picture == null || differs(file, picture, thorough) ? 1 : 0;
            }
            if (!known.isEmpty()) {
                findings.add(finding(HealthTrouble.PICTURES_GONE, character, known.size()));
            }
            if (differ > 0) {
                findings.add(finding(HealthTrouble.PICTURES_DIFFER, character, differ));
            }
            if (character.state() == CharacterState.COMPLETED && !hasAdapter(character)) {
                findings.add(finding(HealthTrouble.NO_ADAPTER, character, 1));
            }
        }
        return new Found(items, findings);
    }

    private static boolean differs(Path file, PictureRecord picture, boolean thorough) {
        try {
            return Files.size(file) != picture.bytes()
                    || (thorough && !Sha256.ofFile(file).equals(picture.sha256()));
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private boolean hasAdapter(CharacterRecord character) {
        return adapters.all().stream()
                .anyMatch(adapter -> adapter.character().equals(character.slug()));
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
            default -> false;
        };
    }
}
