package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTailTest {

    @TempDir private Path folder;

    private static String line(long step, double seconds) {
        return new StepReport(step, 1, 0.1 * step, 1, 1e-4, seconds, null, null).text() + "\n";
    }

    private Path file() {
        return folder.resolve("metrics.jsonl");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private void add(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }

    @Test
    void tellsEachStepOnceAndOnlyWholeLines() throws IOException {
        MetricsTail tail = new MetricsTail(file());
        assertThat(tail.read().reports()).isEmpty();
        String third = line(3, 1);
        write(line(1, 1) + line(2, 1) + third.substring(0, 20));
        assertThat(tail.read().reports()).extracting(StepReport::step).containsExactly(1L, 2L);
        add(third.substring(20) + line(4, 1));
        MetricsTail.Added added = tail.read();
        assertThat(added.reports()).extracting(StepReport::step).containsExactly(3L, 4L);
        assertThat(added.anew()).isFalse();
        assertThat(tail.read().reports()).isEmpty();
    }

    @Test
    void beginsAnewWhereTheRunWentBack() throws IOException {
        MetricsTail tail = new MetricsTail(file());
        write(line(1, 1) + line(2, 1) + line(3, 1));
        tail.read();
        write(line(1, 1));
        assertThat(tail.read())
                .satisfies(added -> assertThat(added.anew()).isTrue())
                .satisfies(added -> assertThat(added.reports()).hasSize(1));
        // Back and beyond the old end between two looks.
        write(line(1, 1) + line(2, 1.123456789) + line(3, 1.123456789) + line(4, 1));
        tail.read();
        write(line(1, 2) + line(2, 2) + line(3, 2) + line(4, 2) + line(5, 2) + line(6, 2));
        assertThat(tail.read())
                .satisfies(added -> assertThat(added.anew()).isTrue())
                .satisfies(added -> assertThat(added.reports()).hasSize(6))
                .satisfies(added -> assertThat(added.reports().getFirst().seconds()).isEqualTo(2));
    }
}
