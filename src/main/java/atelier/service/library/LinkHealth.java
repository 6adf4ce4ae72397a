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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at what characters and adapters say of each other, and at names and triggers that two of
 * them have.
 */
final class LinkHealth implements HealthCheck {

    private static final Comparator<AdapterRecord> FIRST_COME =
            Comparator.comparing(AdapterRecord::added).thenComparing(AdapterRecord::file);

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
        lookAtTriggers(all, findings);
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
                .sorted(FIRST_COME)
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

    /** Adapters of one character may well have the same. */
    private static void lookAtTriggers(List<AdapterRecord> all, List<HealthFinding> findings) {
        Map<String, AdapterRecord> first = new HashMap<>();
        all.stream()
                .filter(adapter -> !adapter.trigger().isBlank())
                .sorted(FIRST_COME)
                .forEach(adapter -> {
                    AdapterRecord before =
                            first.putIfAbsent(
                                    adapter.trigger().strip().toLowerCase(Locale.ROOT), adapter);
                    if (before != null && !isOfTheSame(before, adapter)) {
                        findings.add(finding(HealthTrouble.TRIGGER_TWICE, adapter, before.name()));
                    }
                });
    }

    private static boolean isOfTheSame(AdapterRecord one, AdapterRecord other) {
        return one.sha256().equals(other.sha256())
                || (!one.character().isEmpty() && one.character().equals(other.character()));
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
