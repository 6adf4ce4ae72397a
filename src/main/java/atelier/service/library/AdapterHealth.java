package atelier.service.library;

import atelier.engine.lora.AdapterFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the adapters: whether each has its file, its content, and what its type must have. */
final class AdapterHealth implements HealthCheck {

    private final Library library;
    private final AdapterLibrary adapters;
    private final CharacterLibrary characters;
    private final FoundFiles files;
    private final Cards cards;
    private final IndexEntries entries;

    AdapterHealth(
            Library library,
            AdapterLibrary adapters,
            CharacterLibrary characters,
            FoundFiles files,
            Cards cards,
            IndexEntries entries) {
        this.library = library;
        this.adapters = adapters;
        this.characters = characters;
        this.files = files;
        this.cards = cards;
        this.entries = entries;
    }

    @Override
    public Found look(HealthLook look) {
        List<AdapterRecord> all = adapters.all();
        ContentSearch search = ContentSearch.in(library.workspace(), look.cancel());
        List<HealthFinding> findings = new ArrayList<>();
        look.each(
                look.thorough() ? "Hashing the adapters" : "Checking the adapters",
                "adapter",
                all,
                adapter -> {
                    HealthFinding finding = look(adapter, search, look.thorough());
                    if (finding != null) {
                        findings.add(finding);
                    }
                });
        findings.addAll(twice(all));
        Set<String> known = all.stream().map(AdapterRecord::file).collect(Collectors.toSet());
        for (Path file : files.adapters()) {
            String name = file.getFileName().toString();
            if (!known.contains(name) && isAdapter(file) && !isMoved(file, all, search)) {
                findings.add(
                        new HealthFinding(
                                HealthTrouble.UNLISTED, ItemKind.ADAPTER, name, name, "", 1));
            }
        }
        return new Found(all.size(), findings);
    }

    private @Nullable HealthFinding look(
            AdapterRecord adapter, ContentSearch search, boolean thorough) {
        Path file = adapters.path(adapter);
        if (!Files.isRegularFile(file)) {
            return search.find(adapter.sha256(), adapter.bytes(), file)
                    .map(found -> finding(HealthTrouble.FILE_MOVED, adapter, place(found)))
                    .orElseGet(() -> finding(HealthTrouble.FILE_MISSING, adapter, ""));
        }
        AdapterInfo info;
        try {
            info = AdapterFile.open(file).info();
        } catch (AtelierException e) {
            return orCopy(
                    finding(HealthTrouble.FILE_DAMAGED, adapter, String.valueOf(e.getMessage())),
                    adapter,
                    search);
        }
        boolean changed =
                size(file) != adapter.bytes()
                        || (thorough && !search.hash(file).equals(adapter.sha256()));
        if (changed) {
            return orCopy(finding(HealthTrouble.FILE_CHANGED, adapter, ""), adapter, search);
        }
        return switch (adapters.fault(adapter)) {
            case NO_TRIGGER -> trigger(adapter, info);
            case SEVERAL_WORDS -> finding(HealthTrouble.TRIGGER_WORDS, adapter, adapter.trigger());
            case NONE, NO_FILE -> null;
        };
    }

    private HealthFinding orCopy(
            HealthFinding damaged, AdapterRecord adapter, ContentSearch search) {
        return search.find(adapter.sha256(), adapter.bytes(), adapters.path(adapter))
                .map(found -> finding(HealthTrouble.COPY_FOUND, adapter, place(found)))
                .orElse(damaged);
    }

    private HealthFinding trigger(AdapterRecord adapter, AdapterInfo info) {
        String own = info.triggerPhrase() == null ? "" : info.triggerPhrase().strip();
        String known =
                own.isEmpty()
                        ? characters.all().stream()
                                .filter(one -> one.slug().equals(adapter.character()))
                                .map(CharacterRecord::trigger)
                                .findFirst()
                                .orElse("")
                        : own;
        return known.isBlank()
                ? finding(HealthTrouble.TRIGGER_UNKNOWN, adapter, "")
                : finding(HealthTrouble.TRIGGER_KNOWN, adapter, known);
    }

    /** Of those that have the same content, all but the one that was there first. */
    private List<HealthFinding> twice(List<AdapterRecord> all) {
        Map<String, AdapterRecord> first = new HashMap<>();
        List<HealthFinding> findings = new ArrayList<>();
        all.stream()
                .filter(adapter -> Files.isRegularFile(adapters.path(adapter)))
                .sorted(
                        Comparator.comparing(AdapterRecord::added)
                                .thenComparing(AdapterRecord::file))
                .forEach(adapter -> {
                    AdapterRecord before = first.putIfAbsent(adapter.sha256(), adapter);
                    if (before != null) {
                        findings.add(finding(HealthTrouble.STORED_TWICE, adapter, before.name()));
                    }
                });
        return findings;
    }

    private static boolean isAdapter(Path file) {
        try {
            return !AdapterFile.open(file).info().groups().isEmpty();
        } catch (AtelierException _) {
            return false;
        }
    }

    /** Whether it is the file of an adapter that misses its own, and so goes back to its name. */
    private boolean isMoved(Path file, List<AdapterRecord> all, ContentSearch search) {
        long bytes = size(file);
        return all.stream()
                .filter(adapter -> adapter.bytes() == bytes)
                .filter(adapter -> !Files.exists(adapters.path(adapter)))
                .anyMatch(adapter -> search.hash(file).equals(adapter.sha256()));
    }

    private static HealthFinding finding(
            HealthTrouble trouble, AdapterRecord adapter, String detail) {
        return new HealthFinding(
                trouble, ItemKind.ADAPTER, adapter.file(), adapter.name(), detail, 1);
    }

    private String place(Path file) {
        return library.workspace().root().relativize(file).toString().replace('\\', '/');
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        String file = finding.item();
        switch (finding.trouble()) {
            case FILE_MOVED, COPY_FOUND ->
                    adapters.relink(
                            file, library.workspace().root().resolve(finding.detail()), why);
            case FILE_MISSING, FILE_DAMAGED, STORED_TWICE -> adapters.remove(file, why);
            case FILE_CHANGED -> adapters.accept(file, why);
            case TRIGGER_KNOWN -> adapters.set(file, AdapterField.TRIGGER, finding.detail(), why);
            case UNLISTED -> {
                Path found = library.workspace().adapters().resolve(file);
                entries.change(null, files.adapter(found), why);
                if (Files.notExists(adapters.card(file))) {
                    cards.write(ItemKind.ADAPTER, file, why);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
