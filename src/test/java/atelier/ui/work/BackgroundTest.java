package atelier.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void theWindowHearsOfWhatWasDoneAndOfWhatFailed() {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Background background = new Background(beside, Runnable::run);
            background.run(() -> "done", told::add, failure -> told.add(failure.getMessage()));
            background.run(
                    () -> {
                        throw new IllegalStateException("failed");
                    },
                    result -> told.add("nothing"),
                    failure -> told.add(failure.getMessage()));
        }
        assertThat(told).containsExactly("done", "failed");
    }

    @Test
    void whatIsAskedForWhileTheProgramEndsIsNotBegunAndDoesNotThrow() {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        beside.close();
        for (Background background :
                List.of(
                        new Background(beside, Runnable::run),
                        new Background(beside, Runnable::run).inOrder())) {
            background.run(() -> "done", told::add, failure -> told.add(failure.getMessage()));
        }
        assertThat(told).isEmpty();
    }
}
