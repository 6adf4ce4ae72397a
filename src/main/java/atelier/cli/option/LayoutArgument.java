package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.library.ModelLayout;
import java.util.List;

/** How a model lies on the drive. */
public final class LayoutArgument extends Choice<ModelLayout> {

    /** Made by picocli. */
    public LayoutArgument() {
        super(
                List.of(
                        entry("single", ModelLayout.SINGLE_FILE),
                        entry("folder", ModelLayout.DIFFUSERS_FOLDER)));
    }
}
