package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The one thread that makes LibTorch's calls. */
class LaneTest {

    /** Where nice stands behind the name of a thread, as proc(5) has it. */
    private static final int NICE = 16;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the priority of a thread")
    void itGivesWayWithTheThreadsThatItStartsAndNoOtherDoes() throws Exception {
        int usual = niceness();
        int low = Math.max(usual, ThreadPriority.LOW);
        try (Lane lane = new Lane()) {
            assertThat(lane.call(LaneTest::niceness)).isEqualTo(usual);
            lane.giveWay();
            assertThat(lane.call(LaneTest::niceness)).isEqualTo(low);
            assertThat(lane.call(LaneTest::ofOneItStarts)).isEqualTo(low);
        }
        assertThat(niceness()).isEqualTo(usual);
        assertThat(ofOneItStarts()).isEqualTo(usual);
    }

    private static int ofOneItStarts() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(LaneTest::niceness);
        Thread.ofPlatform().start(task);
        return task.get();
    }

    private static int niceness() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
    }
}
