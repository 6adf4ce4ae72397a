package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at the cards beside adapters and characters: whether each is there, can be read, is that of
 * its thing, and says what the index says.
 */
final class CardHealth implements HealthCheck {

    private final AdapterLibrary adapters;
    private final CharacterLibrary characters;
    private final Cards cards;
    private final IndexEntries entries;

    CardHealth(
            AdapterLibrary adapters,
            CharacterLibrary characters,
            Cards cards,
            IndexEntries entries) {
        this.adapters = adapters;
        this.characters = characters;
        this.cards = cards;
        this.entries = entries;
    }

    /** A thing of the index, as far as cards go. */
    private record Carded<T>(
            ItemKind kind,
            T record,
            String item,
            String name,
            Function<String, T> card,
            Function<T, String> itemOf) {}

    @Override
    public Found look(HealthLook look) {
        List<HealthFinding> findings = new ArrayList<>();
        look.each(
                "Checking the cards of characters",
                "character",
                characters.all(),
                one ->
                        look(
                                new Carded<>(
                                        ItemKind.CHARACTER,
                                        one,
                                        one.slug(),
                                        one.name(),
                                        cards::character,
                                        CharacterRecord::slug),
                                findings));
        look.each(
                "Checking the cards of adapters",
                "adapter",
                adapters.all(),
                one ->
                        look(
                                new Carded<>(
                                        ItemKind.ADAPTER,
                                        one,
                                        one.file(),
                                        one.name(),
                                        cards::adapter,
                                        AdapterRecord::file),
                                findings));
        return new Found(0, findings);
    }

    private <T> void look(Carded<T> thing, List<HealthFinding> findings) {
        if (Files.notExists(cards.place(thing.kind(), thing.item()))) {
            findings.add(finding(HealthTrouble.CARD_MISSING, thing, ""));
            return;
        }
        T card;
        try {
            card = thing.card().apply(thing.item());
        } catch (AtelierException e) {
            findings.add(
                    finding(HealthTrouble.CARD_DAMAGED, thing, String.valueOf(e.getMessage())));
            return;
        }
        String item = thing.itemOf().apply(card);
        if (!item.equals(thing.item())) {
            findings.add(finding(HealthTrouble.CARD_OF_ANOTHER, thing, item));
        } else if (!card.equals(thing.record())) {
            findings.add(finding(HealthTrouble.CARD_DIFFERS, thing, ""));
        }
    }

    private static HealthFinding finding(HealthTrouble trouble, Carded<?> thing, String detail) {
        return new HealthFinding(trouble, thing.kind(), thing.item(), thing.name(), detail, 1);
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        String item = finding.item();
        switch (finding.trouble()) {
            case CARD_MISSING, CARD_DAMAGED, CARD_OF_ANOTHER ->
                    cards.write(finding.kind(), item, why);
            case CARD_DIFFERS -> {
                // Files are the truth.
                if (finding.kind() == ItemKind.ADAPTER) {
                    entries.change(adapters.get(item), cards.adapter(item), why);
                } else {
                    entries.change(characters.get(item), cards.character(item), why);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
