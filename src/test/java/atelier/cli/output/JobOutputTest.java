package atelier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobOutputTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private long now = -5 * SECOND;

    private JobOutput lines() {
        Throttle throttle = new Throttle(() -> now, Duration.ofSeconds(5));
        return new JobOutput(
                new PrintWriter(out),
                false,
                new LineDisplay(new PrintWriter(err), throttle),
                () -> now);
    }

    private JobOutput json() {
        Throttle throttle = new Throttle(() -> now, Duration.ofSeconds(5));
        return new JobOutput(
                new PrintWriter(out),
                true,
                new JsonDisplay(new PrintWriter(out), throttle),
                () -> now);
    }

    private void steps(JobOutput output, int count, long nanosEach) {
        for (int step = 0; step <= count; step++) {
            output.progressed(
                    new Progress("Sampling", step, count, "step", step == 0 ? "" : "loss 0.1"));
            now += nanosEach;
        }
    }

    @Test
    void plainLinesComeSecondsApartWithStepSpeedAndTimeLeft() {
        steps(lines(), 20, SECOND);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Sampling: step 0 of 20",
                        "Sampling: step 5 of 20, 1.00 step/s, 15 s left, loss 0.1",
                        "Sampling: step 10 of 20, 1.00 step/s, 10 s left, loss 0.1",
                        "Sampling: step 15 of 20, 1.00 step/s, 5 s left, loss 0.1",
                        "Sampling: step 20 of 20, 1.00 step/s, 0 s left, loss 0.1");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void slowStepsAreMeasuredInSecondsEach() {
        steps(lines(), 10, 25 * SECOND / 2);
        assertThat(err.toString()).contains("step 1 of 10, 12.5 s/step, 1 min 53 s left");
    }

    @Test
    void speedIsThatOfTheStageAndNotOfTheStagesBefore() {
        JobOutput output = lines();
        steps(output, 4, 10 * SECOND);
        steps(output, 4, 5 * SECOND);
        assertThat(err.toString().lines().skip(5))
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .isEqualTo("Sampling: step 0 of 4");
        assertThat(err.toString()).contains("step 4 of 4, 10.0 s/step", "step 4 of 4, 5.00 s/step");
    }

    /** Ten seconds a step, with previews of a minute after the second. */
    @Test
    void whatComesInBetweenDoesNotCountAsTheStagesOwnTime() {
        JobOutput output = lines();
        for (int step = 0; step <= 4; step++) {
            output.progressed(Progress.of("Training", step, 10, "step"));
            if (step == 2) {
                for (int preview = 0; preview <= 3; preview++) {
                    output.progressed(Progress.of("Drawing previews", preview, 3, "preview"));
                    now += preview < 3 ? 20 * SECOND : 0;
                }
            }
            now += 10 * SECOND;
        }
        assertThat(err.toString().lines())
                .contains(
                        "Training: step 2 of 10, 10.0 s/step, 1 min 20 s left",
                        "Drawing previews: preview 3 of 3, 20.0 s/preview, 0 s left",
                        "Training: step 3 of 10, 10.0 s/step, 1 min 10 s left",
                        "Training: step 4 of 10, 10.0 s/step, 1 min 0 s left");
    }

    @Test
    void workOfUnknownLengthHasNoTimeLeft() {
        JobOutput output = lines();
        output.progressed(Progress.of("Reading", 0, 0, "picture"));
        now += 10 * SECOND;
        output.progressed(Progress.of("Reading", 40, 0, "picture"));
        assertThat(err.toString().lines()).last().isEqualTo("Reading: picture 40, 4.00 picture/s");
    }

    @Test
    void resultsGoToTheStandardOutputAsText() {
        lines().result("image", Facts.of("file", Path.of("a.png")), "a.png");
        assertThat(out.toString()).isEqualToNormalizingNewlines("a.png\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void forProgramsEverythingIsOneObjectToALine() {
        JobOutput output = json();
        steps(output, 20, SECOND);
        output.result("image", Facts.of("file", Path.of("снег\n.png")), "not shown");
        List<JsonNode> events = out.toString().lines().map(new JsonMapper()::readTree).toList();
        assertThat(events.getFirst().path("stage").stringValue()).isEqualTo("Sampling");
        JsonNode fifth = events.get(1);
        assertThat(fifth.path("event").stringValue()).isEqualTo("progress");
        assertThat(fifth.path("done").intValue()).isEqualTo(5);
        assertThat(fifth.path("total").intValue()).isEqualTo(20);
        assertThat(fifth.path("perSecond").doubleValue()).isEqualTo(1);
        assertThat(fifth.path("secondsLeft").doubleValue()).isEqualTo(15);
        assertThat(fifth.path("detail").stringValue()).isEqualTo("loss 0.1");
        assertThat(events.getLast().path("event").stringValue()).isEqualTo("image");
        assertThat(events.getLast().path("file").stringValue()).isEqualTo("снег\n.png");
        assertThat(out.toString()).isASCII().doesNotContain("not shown");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void noticesAreNeverLeftOut() {
        JobOutput output = lines();
        steps(output, 1, 1);
        output.noticed("Memory is short:\u001b tiles.");
        assertThat(err.toString().lines())
                .containsExactly("Sampling: step 0 of 1", "Memory is short:\\u001b tiles.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void noticesAreEventsForPrograms() {
        json().noticed("Memory is short.");
        assertThat(new JsonMapper().readTree(out.toString()))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        "{\"event\":\"notice\",\"message\":\"Memory is short.\"}"));
    }

    @Test
    void aStagesEndIsToldToProgramsHoweverFastItComes() {
        JobOutput output = json();
        steps(output, 3, 1);
        assertThat(
                        out.toString()
                                .lines()
                                .map(new JsonMapper()::readTree)
                                .map(e -> e.path("done").intValue()))
                .containsExactly(0, 3);
    }
}
