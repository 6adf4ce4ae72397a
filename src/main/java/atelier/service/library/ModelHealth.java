package atelier.service.library;

import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ItemKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the models: whether the weights can be read, and are as long as they say. */
final class ModelHealth implements HealthCheck {

    private final Library library;
    private final FoundFiles files;
    private final ModelLibrary models;

    ModelHealth(Library library, FoundFiles files) {
        this.library = library;
        this.files = files;
        this.models = new ModelLibrary(library);
    }

    @Override
    public Found look(HealthLook look) {
        List<Path> weights = files.models();
        List<HealthFinding> findings = new ArrayList<>();
        look.each(
                "Checking the models",
                "file",
                weights,
                file -> {
                    try {
                        SafetensorsFile.open(file);
                    } catch (AtelierException e) {
                        String name = name(file);
                        findings.add(
                                new HealthFinding(
                                        HealthTrouble.MODEL_DAMAGED,
                                        ItemKind.MODEL,
                                        name,
                                        name,
                                        String.valueOf(e.getMessage()),
                                        1));
                    }
                });
        return new Found(weights.size(), findings);
    }

    private String name(Path file) {
        return library.workspace().models().relativize(file).toString().replace('\\', '/');
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        if (finding.trouble() != HealthTrouble.MODEL_DAMAGED) {
            return false;
        }
        models.remove(finding.item(), why);
        return true;
    }
}
