package atelier.ui.component;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Lets files be dropped anywhere on a panel.
 *
 * @param zone that lights up while files are over the panel; null for none
 * @param then gets the files
 */
public record FileDrop(@Nullable Node zone, Consumer<List<Path>> then) {

    private static final String OVER = "over";

    /** Listens to a panel. */
    public void on(Node panel) {
        panel.setOnDragOver(this::over);
        panel.setOnDragExited(_ -> light(false));
        panel.setOnDragDropped(this::dropped);
    }

    private void light(boolean on) {
        // Asked with every movement of the mouse.
        if (zone == null || zone.getStyleClass().contains(OVER) == on) {
            return;
        }
        if (on) {
            zone.getStyleClass().add(OVER);
        } else {
            zone.getStyleClass().remove(OVER);
        }
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            light(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        light(false);
        if (event.getDragboard().hasFiles()) {
            then.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        }
        event.consume();
    }
}
