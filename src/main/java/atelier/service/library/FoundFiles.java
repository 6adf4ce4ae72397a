package atelier.service.library;

import atelier.engine.lora.AdapterFile;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.PictureRecord;
import atelier.model.library.Workspace;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureNames;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the library holds from the files of a workspace. */
final class FoundFiles {

    private static final String ADAPTER = ".safetensors";

    /** A model's folder has one for each network. */
    private static final int MODEL_DEPTH = 3;

    private final Workspace workspace;
    private final Card<CharacterRecord> characterCards = Card.ofCharacters();
    private final Card<AdapterRecord> adapterCards = Card.ofAdapters();

    FoundFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The folders that are characters, by their slugs. */
    List<String> characters() {
        return list(workspace.characters()).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    /** A character by its card; a draft where it has none. */
    CharacterRecord character(String slug) {
        Path folder = workspace.characters().resolve(slug);
        Path card = folder.resolve(CharacterLibrary.CARD);
        if (Files.exists(card)) {
            return characterCards.read(card);
        }
        return new CharacterRecord(
                slug,
                slug,
                AdapterType.CHARACTER,
                "",
                CharacterState.DRAFT,
                "",
                false,
                List.of(),
                modified(folder),
                false);
    }

    /** The files that are pictures of a character. */
    List<Path> pictureFiles(String slug) {
        return list(workspace.originals(slug)).stream().filter(PictureNames::isPicture).toList();
    }

    /** The pictures of a character. */
    List<PictureRecord> pictures(String slug) {
        return pictureFiles(slug).stream()
                .map(file ->
                        new PictureRecord(
                                slug,
                                file.getFileName().toString(),
                                Sha256.ofFile(file),
                                size(file),
                                modified(file)))
                .toList();
    }

    /** The files that are adapters. */
    List<Path> adapters() {
        return list(workspace.adapters()).stream()
                .filter(file -> file.toString().endsWith(ADAPTER))
                .toList();
    }

    /** An adapter by its card; as its file describes itself where it has none. */
    AdapterRecord adapter(Path file) {
        Path card = AdapterLibrary.card(file);
        return Files.exists(card)
                ? adapterCards.read(card)
                : AdapterRecords.found(
                        file.getFileName().toString(),
                        AdapterFile.open(file).info(),
                        Sha256.ofFile(file),
                        modified(file));
    }

    /** The files that are images. */
    List<Path> images() {
        if (!Files.isDirectory(workspace.images())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(workspace.images())) {
            return files.filter(PictureNames::isPicture).sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(workspace.images(), e);
        }
    }

    /** The files of weights among the models, those of folders, too. */
    List<Path> models() {
        if (!Files.isDirectory(workspace.models())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(workspace.models(), MODEL_DEPTH)) {
            return files.filter(file -> file.toString().endsWith(ADAPTER))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(workspace.models(), e);
        }
    }

    /** The folders that may be runs. */
    List<Path> runs() {
        return list(workspace.runs()).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
