package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TokenizerFilesTest {

    private static final TestVocabulary OWN = TestVocabulary.of("c a");
    private static final TestVocabulary CLIP = TestVocabulary.of("d o", "do g</w>");

    @TempDir private Path folder;
    private Path clip;
    private Path source;

    @BeforeEach
    void names() {
        clip = folder.resolve("workspace/tokenizers/clip");
        source = folder.resolve("downloads");
    }

    @Test
    void diffusersFolderBringsItsOwn() {
        Path model = folder.resolve("model");
        OWN.writeTo(model.resolve("tokenizer"));
        OWN.writeTo(model.resolve("tokenizer_2"));
        SdxlPrompt prompt = new TokenizerFiles(clip).open(model);
        assertThat(prompt.one().ids("cat")).isEqualTo(OWN.prompt().one().ids("cat"));
        assertThat(prompt.one().padding()).isEqualTo(OWN.id(ClipTokenizer.END));
        assertThat(prompt.two().padding()).isZero();
    }

    @Test
    void twoVocabulariesInOneFolderAreKeptApart() {
        Path model = folder.resolve("model");
        OWN.writeTo(model.resolve("tokenizer"));
        CLIP.writeTo(model.resolve("tokenizer_2"));
        SdxlPrompt prompt = new TokenizerFiles(clip).open(model);
        assertThat(prompt.one().ids("dog cat")).isEqualTo(OWN.prompt().one().ids("dog cat"));
        assertThat(prompt.two().ids("dog cat")).isEqualTo(CLIP.prompt().two().ids("dog cat"));
    }

    @Test
    void singleFileUsesTheImportedFiles() {
        CLIP.writeTo(source);
        assertThat(new TokenizerImport(clip).from(source)).isEqualTo(CLIP.ids().size());
        SdxlPrompt prompt = new TokenizerFiles(clip).open(folder.resolve("model.safetensors"));
        assertThat(prompt.encode("dog, cat!", "x"))
                .isEqualTo(CLIP.prompt().encode("dog, cat!", "x"));
    }

    @Test
    void absentFilesSayHowToImportThem() throws IOException {
        Path file = Files.createFile(folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> new TokenizerFiles(clip).open(file))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        file
                                + " is a single file, and those carry no tokenizer: import CLIP's vocab.json and merges.txt once with: atelier import-tokenizer DIR");
        OWN.writeTo(folder.resolve("half/tokenizer"));
        assertThatThrownBy(() -> new TokenizerFiles(clip).open(folder.resolve("half")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("has no folder tokenizer_2")
                .hasMessageEndingWith("atelier import-tokenizer DIR");
    }

    @Test
    void importTakesADiffusersFolderToo() {
        CLIP.writeTo(source.resolve("tokenizer"));
        new TokenizerImport(clip).from(source);
        assertThat(names(clip)).containsExactly("merges.txt", "vocab.json");
    }

    @Test
    void importTakesTokenizerJsonAndReplacesTheOldFiles() throws IOException {
        OWN.writeTo(source);
        new TokenizerImport(clip).from(source);
        Path newer = Files.createDirectories(folder.resolve("newer"));
        Files.writeString(
                newer.resolve("tokenizer.json"),
                new JsonMapper()
                        .writeValueAsString(
                                Map.of(
                                        "model",
                                        Map.of("vocab", CLIP.ids(), "merges", CLIP.merges()))));
        new TokenizerImport(clip).from(newer);
        assertThat(names(clip)).containsExactly("tokenizer.json");
        assertThat(new TokenizerFiles(clip).open(folder.resolve("m")).one().ids("dog")).hasSize(1);
    }

    @Test
    void importOfTheImportedFolderKeepsIt() {
        CLIP.writeTo(clip);
        new TokenizerImport(clip).from(clip);
        assertThat(names(clip)).containsExactly("merges.txt", "vocab.json");
    }

    @Test
    void damagedFilesAreNotImportedAndTheOldOnesStay() throws IOException {
        CLIP.writeTo(source);
        TokenizerImport importer = new TokenizerImport(clip);
        importer.from(source);
        byte[] before = Files.readAllBytes(clip.resolve("merges.txt"));
        OWN.writeTo(source);
        Files.writeString(source.resolve("merges.txt"), "#version: 0.2\nz z\n");
        assertThatThrownBy(() -> importer.from(source))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(source.toString())
                .hasMessageContaining("do not belong together");
        assertThat(clip.resolve("merges.txt")).hasBinaryContent(before);
        assertThat(names(clip)).containsExactly("merges.txt", "vocab.json");
    }

    @Test
    void folderWithoutFilesIsNamed() throws IOException {
        Files.createDirectories(source);
        assertThatThrownBy(() -> new TokenizerImport(clip).from(source))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(source + " has no vocab.json and merges.txt");
        assertThat(clip).doesNotExist();
    }

    @Test
    void unwritableWorkspaceIsNamed() throws IOException {
        CLIP.writeTo(source);
        Files.createDirectories(clip.getParent());
        Files.createFile(clip);
        assertThatThrownBy(() -> new TokenizerImport(clip).from(source))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("The tokenizer cannot be stored in " + clip);
    }

    private static List<String> names(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
