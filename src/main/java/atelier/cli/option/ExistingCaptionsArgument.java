package atelier.cli.option;

import atelier.model.dataset.ExistingCaptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What becomes of captions that are there. */
public final class ExistingCaptionsArgument extends Choice<ExistingCaptions> {

    /** Made by picocli. */
    public ExistingCaptionsArgument() {
        super(
                Arrays.stream(ExistingCaptions.values())
                        .map(one -> Map.entry(one.name().toLowerCase(Locale.ROOT), one))
                        .toList());
    }
}
