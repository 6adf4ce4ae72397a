package atelier.cli.option;

import atelier.model.training.Subject;
import java.util.Arrays;
import java.util.Map;

/** What an adapter is to learn. */
public final class SubjectArgument extends Choice<Subject> {

    /** Made by picocli. */
    public SubjectArgument() {
        super(Arrays.stream(Subject.values()).map(one -> Map.entry(one.toString(), one)).toList());
    }
}
