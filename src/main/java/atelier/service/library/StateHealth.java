package atelier.service.library;

import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.service.storage.database.Rows;
import java.util.ArrayList;
import java.util.List;

/** Looks at where characters are in their lives: whether that can be. */
final class StateHealth implements HealthCheck {

    private final Library library;
    private final CharacterLibrary characters;

    StateHealth(Library library, CharacterLibrary characters) {
        this.library = library;
        this.characters = characters;
    }

    @Override
    public Found look(HealthLook look) {
        List<HealthFinding> findings = new ArrayList<>();
        List<String> orders =
                library.database()
                        .read(connection ->
                                Rows.all(
                                        connection,
                                        "select request from job where kind = 'TRAINING'"
                                                + " and state in ('QUEUED', 'RUNNING', 'PAUSED')",
                                        row -> row.getString(1)));
        look.each(
                "Checking the states of characters",
                "character",
                characters.all(),
                character -> {
                    CharacterState state = character.state();
                    if (state == CharacterState.TRAINING
                            && orders.stream().noneMatch(one -> one.contains(character.slug()))) {
                        findings.add(finding(HealthTrouble.TRAINING_STALE, character));
                    } else if (isTooEarly(character)) {
                        findings.add(finding(HealthTrouble.STATE_TOO_EARLY, character));
                    }
                });
        return new Found(0, findings);
    }

    private boolean isTooEarly(CharacterRecord character) {
        return switch (character.state()) {
            case DRAFT, ERROR -> false;
            case READY ->
                    character.trigger().isBlank()
                            || characters.pictures(character.slug()).isEmpty();
            case TRAINING, COMPLETED -> character.trigger().isBlank();
        };
    }

    private static HealthFinding finding(HealthTrouble trouble, CharacterRecord character) {
        return new HealthFinding(
                trouble, ItemKind.CHARACTER, character.slug(), character.name(), "", 1);
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        String slug = finding.item();
        CharacterState next =
                switch (finding.trouble()) {
                    case TRAINING_STALE -> CharacterState.ERROR;
                    case STATE_TOO_EARLY ->
                            characters.get(slug).state() == CharacterState.READY
                                    ? CharacterState.DRAFT
                                    : CharacterState.ERROR;
                    default -> null;
                };
        if (next == null) {
            return false;
        }
        characters.set(slug, CharacterField.STATE, next.name(), why);
        return true;
    }
}
