package atelier.service.library;

import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.library.AuditRow;
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

    ModelHealth(Library library, FoundFiles files) {
        this.library = library;
        this.files = files;
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
        library.requireWritable();
        String item = finding.item();
        String trash = library.trash().put(List.of(library.workspace().models().resolve(item)));
        library.database()
                .change(connection ->
                        library.audit()
                                .add(
                                        connection,
                                        ItemKind.MODEL,
                                        item,
                                        AuditRow.PLACE,
                                        "models/" + item,
                                        trash,
                                        why));
        return true;
    }
}
