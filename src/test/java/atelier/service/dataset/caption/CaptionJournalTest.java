package atelier.service.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionJournalTest {

    @TempDir private Path folder;
    private Path source;
    private CaptionJournal journal;

    @BeforeEach
    void begin() throws IOException {
        source = Files.createDirectory(folder.resolve("pictures"));
        journal = new CaptionJournal(folder.resolve("journals"));
    }

    private CaptionJournal.Entry entry(String words) {
        return new CaptionJournal.Entry(
                words,
                List.of(
                        new CaptionChange(source.resolve("a.txt"), null, words),
                        new CaptionChange(source.resolve("b.txt"), "Ёлка\r\n", words + "\r\n")));
    }

    @Test
    void remembersAcrossProcessesWhateverTheSourceIsCalled() throws IOException {
        journal.add(source, entry("one"));
        journal.add(source, entry("two"));
        CaptionJournal other = new CaptionJournal(folder.resolve("journals"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), source);
        assertThat(other.entries(link)).containsExactly(entry("one"), entry("two"));
        assertThat(other.entries(folder)).isEmpty();
        other.removeLast(source.resolve("../pictures"));
        assertThat(journal.entries(source)).containsExactly(entry("one"));
    }

    @Test
    void keepsTheLastFifty() {
        for (int i = 0; i < 52; i++) {
            journal.add(source, entry("edit " + i));
        }
        assertThat(journal.entries(source)).hasSize(50).last().isEqualTo(entry("edit 51"));
    }

    @Test
    void aDamagedOneAndOneOfANewerAtelierAreNamed() throws IOException {
        journal.add(source, entry("one"));
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("journals"))) {
            file = files.findFirst().orElseThrow();
        }
        String sound = Files.readString(file);
        Files.writeString(file, sound.substring(0, sound.length() / 2));
        assertThatThrownBy(() -> journal.entries(source))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(file + " is damaged");
        Files.writeString(file, sound.replace("\"format\":1", "\"format\":2"));
        assertThatThrownBy(() -> journal.entries(source))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(file + " was written by a newer Atelier");
    }
}
