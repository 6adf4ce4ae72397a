package atelier.ui.library;

import atelier.model.adapter.AdapterInfo;
import atelier.model.job.JobKind;
import atelier.model.library.AdapterRating;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CatalogEntry;
import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.PictureRecord;
import atelier.model.library.RatedAdapter;
import atelier.model.library.RunRecord;
import atelier.model.library.Workspace;
import atelier.model.review.SubjectAnalysis;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.library.ModelLibrary;
import atelier.service.library.download.Catalog;
import atelier.service.review.analysis.AnalysisService;
import atelier.service.review.feature.AnalysisFile;
import atelier.ui.work.Drafts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the library panel asks of the services. All of it waits for the disk and is called beside
 * the window's thread.
 *
 * @param workspace where everything lies
 * @param library what is in it
 * @param jobs fetches models
 * @param catalog the folder that tells of models to fetch; need not be there
 * @param starter the model whose CLIP looks at pictures; need not be there
 * @param drafts what is typed and not saved
 */
public record LibraryWork(
        Workspace workspace,
        LibraryService library,
        JobQueue jobs,
        Path catalog,
        Path starter,
        Drafts drafts) {

    private static final int MOST_IMAGES = 1_000_000;
    private static final int MOST_CHANGES = 500;
    private static final String ENDING = ".safetensors";

    /** Everything the library shows. */
    LibraryContent read() {
        List<CharacterItem> characters = new ArrayList<>();
        for (CharacterRecord character : library.characters().all()) {
            characters.add(new CharacterItem(character, pictures(character)));
        }
        List<ImageRecord> images = images("");
        return new LibraryContent(
                characters,
                adapters(characters, images),
                models(),
                images.size(),
                library.history().last(MOST_CHANGES));
    }

    /** Images with those words, the newest first. */
    List<ImageRecord> images(String words) {
        return library.images().find(ImageQuery.of(words, MOST_IMAGES));
    }

    /** What can be fetched; nothing where there is no catalog. */
    List<CatalogEntry> entries() {
        return Files.isDirectory(catalog) ? Catalog.read(catalog) : List.of();
    }

    private List<ModelItem> models() {
        List<CatalogEntry> missing = new ArrayList<>(entries());
        List<ModelItem> items = new ArrayList<>();
        for (ModelLibrary.Installed installed : library.models().installed()) {
            String file = installed.path().getFileName().toString();
            CatalogEntry entry =
                    missing.stream()
                            .filter(one ->
                                    one.file().equals(file) && one.bytes() == installed.bytes())
                            .findFirst()
                            .orElse(null);
            missing.remove(entry);
            items.add(
                    new ModelItem(
                            entry == null ? file : entry.name(),
                            entry == null ? installed.found().family().label() : entry.purpose(),
                            installed.bytes(),
                            entry,
                            installed.path(),
                            null));
        }
        missing.forEach(entry ->
                items.add(
                        new ModelItem(
                                entry.name(), entry.purpose(), entry.bytes(), entry, null, null)));
        return items;
    }

    private List<Path> pictures(CharacterRecord character) {
        Path folder = workspace.originals(character.slug());
        return library.characters().pictures(character.slug()).stream()
                .map(PictureRecord::name)
                .map(folder::resolve)
                .toList();
    }

    private List<AdapterItem> adapters(List<CharacterItem> characters, List<ImageRecord> images) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Path> newest = new HashMap<>();
        for (ImageRecord image : images) {
            for (String name : image.adapters().split(", ", -1)) {
                counts.merge(name, 1, Integer::sum);
                newest.putIfAbsent(name, library.images().path(image));
            }
        }
        Map<String, AdapterRating> ratings =
                library.ratings().ranked().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.adapter().file(), RatedAdapter::rating));
        return library.adapters().all().stream()
                .map(adapter -> {
                    String name = stem(adapter);
                    Path picture = newest.get(name);
                    return new AdapterItem(
                            adapter,
                            library.adapters().fault(adapter),
                            counts.getOrDefault(name, 0),
                            ratings.getOrDefault(adapter.file(), AdapterRating.of(List.of())),
                            picture == null ? portrait(adapter, characters) : picture);
                })
                .toList();
    }

    private static @Nullable Path portrait(AdapterRecord adapter, List<CharacterItem> characters) {
        return characters.stream()
                .filter(one -> one.record().slug().equals(adapter.character()))
                .flatMap(one -> one.pictures().stream())
                .findFirst()
                .orElse(null);
    }

    /** The name by which images name an adapter. */
    static String stem(AdapterRecord adapter) {
        String file = adapter.file();
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** What an adapter's file says of itself. */
    AdapterInfo info(AdapterRecord adapter) {
        return library.adapters().info(adapter);
    }

    /** Where an adapter's file lies. */
    Path path(AdapterRecord adapter) {
        return library.adapters().path(adapter);
    }

    /** The runs with the trigger of a character, the newest first. */
    List<RunRecord> runs(CharacterRecord character) {
        return library.runs().all().stream()
                .filter(run ->
                        run.folder().endsWith('-' + character.slug())
                                || (!character.trigger().isBlank()
                                        && run.trigger().equals(character.trigger())))
                .toList();
    }

    /** The changes of one thing, the newest first. */
    List<AuditRow> history(ItemKind kind, String item) {
        return library.history().of(kind, item);
    }

    /**
     * What was seen in the pictures of a character; null where nobody looked.
     *
     * @throws atelier.model.AtelierException if what was written down cannot be read
     */
    @Nullable SubjectAnalysis analysis(CharacterRecord character) {
        return AnalysisFile.find(List.of(workspace.originals(character.slug())))
                .map(AnalysisFile::read)
                .orElse(null);
    }

    /** Where the page lies that tells of it. */
    Path analysisPage(CharacterRecord character) {
        return AnalysisService.page(AnalysisFile.folder(workspace.originals(character.slug())));
    }

    /** Has the pictures of a character looked at, as a job. */
    void analyze(CharacterRecord character) {
        jobs.submit(
                JobKind.ANALYSIS,
                character.name(),
                AnalysisService.order(
                        workspace.originals(character.slug()), character.trigger(), starter));
    }

    /** Begins a character without pictures. */
    CharacterRecord create(String name) {
        return library.characters().create(name, AdapterType.CHARACTER, "");
    }
}
