package atelier.service.library;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what characters and adapters say of each other, and at names that two of them have. */
final class LinkHealth implements HealthCheck {

    private final AdapterLibrary adapters;
    private final CharacterLibrary characters;

    LinkHealth(AdapterLibrary adapters, CharacterLibrary characters) {
        this.adapters = adapters;
        this.characters = characters;
    }

    @Override
    public Found look(HealthLook look) {
        look.cancel().check();
        List<AdapterRecord> all = adapters.all();
        List<CharacterRecord> people = characters.all();
        Set<String> slugs = people.stream().map(CharacterRecord::slug).collect(Collectors.toSet());
        List<HealthFinding> findings = new ArrayList<>();
        all.stream()
                .filter(adapter -> !adapter.character().isEmpty())
                .filter(adapter -> !slugs.contains(adapter.character()))
                .map(adapter ->
                        finding(HealthTrouble.CHARACTER_UNKNOWN, adapter, adapter.character()))
                .forEach(findings::add);
        Map<String, List<AdapterRecord>> trained =
                all.stream().collect(Collectors.groupingBy(AdapterRecord::character));
        people.forEach(character ->
                lookAtTypes(
                        character, trained.getOrDefault(character.slug(), List.of()), findings));
        lookAtNames(all, findings);
        return new Found(0, findings);
    }

    private static void lookAtTypes(
            CharacterRecord character, List<AdapterRecord> of, List<HealthFinding> findings) {
        if (!of.isEmpty() && of.stream().noneMatch(adapter -> adapter.type() == character.type())) {
            findings.add(
                    finding(HealthTrouble.TYPE_DIFFERS, of.getFirst(), character.type().name()));
        }
    }

    /** Who came first keeps the name. */
    private void lookAtNames(List<AdapterRecord> all, List<HealthFinding> findings) {
        Set<String> names = new HashSet<>();
        all.stream()
                .sorted(
                        Comparator.comparing(AdapterRecord::added)
                                .thenComparing(AdapterRecord::file))
                .filter(adapter -> !names.add(adapter.name()))
                .map(adapter ->
                        finding(
                                HealthTrouble.NAME_TWICE,
                                adapter,
                                free(
                                        adapter.name(),
                                        all.stream().map(AdapterRecord::name).toList())))
                .forEach(findings::add);
        List<CharacterRecord> people = characters.all();
        Set<String> taken = new HashSet<>();
        people.stream()
                .sorted(
                        Comparator.comparing(CharacterRecord::created)
                                .thenComparing(CharacterRecord::slug))
                .filter(character -> !taken.add(character.name()))
                .map(character ->
                        new HealthFinding(
                                HealthTrouble.NAME_TWICE,
                                ItemKind.CHARACTER,
                                character.slug(),
                                character.name(),
                                free(
                                        character.name(),
                                        people.stream().map(CharacterRecord::name).toList()),
                                1))
                .forEach(findings::add);
    }

    private static String free(String name, List<String> taken) {
        int number = 2;
        while (taken.contains(name + " " + number)) {
            number++;
        }
        return name + " " + number;
    }

    private static HealthFinding finding(
            HealthTrouble trouble, AdapterRecord adapter, String detail) {
        return new HealthFinding(
                trouble, ItemKind.ADAPTER, adapter.file(), adapter.name(), detail, 1);
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        String item = finding.item();
        switch (finding.trouble()) {
            case CHARACTER_UNKNOWN -> adapters.set(item, AdapterField.CHARACTER, "", why);
            case TYPE_DIFFERS -> adapters.set(item, AdapterField.TYPE, finding.detail(), why);
            case NAME_TWICE -> {
                if (finding.kind() == ItemKind.ADAPTER) {
                    List<String> names = adapters.all().stream().map(AdapterRecord::name).toList();
                    adapters.set(item, AdapterField.NAME, free(finding.name(), names), why);
                } else {
                    List<String> names =
                            characters.all().stream().map(CharacterRecord::name).toList();
                    characters.set(item, CharacterField.NAME, free(finding.name(), names), why);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
