package atelier.ui.dataset;

import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** Builds the dataset panel. */
public final class DatasetPanel {

    private DatasetPanel() {}

    /**
     * The panel, which reads the pictures.
     *
     * @param layers what is seen over the chosen picture
     * @param tagging proposes captions
     * @param choose asks the user for pictures and hands on what was chosen
     * @param train goes to the training of that character
     */
    public static Panel of(
            DatasetModel model,
            LayerModel layers,
            TaggingModel tagging,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Consumer<Consumer<List<Path>>> choose,
            Consumer<String> train) {
        InspectorController inspector = new InspectorController(model, layers, texts, thumbnails);
        Parent column = layouts.load(inspector);
        inspector.setBar(layouts.load(new LayersController(layers, texts)));
        TaggingController sheet = new TaggingController(tagging, texts);
        DatasetController.Sheet proposals =
                new DatasetController.Sheet(tagging, layouts.load(sheet), sheet.cancel());
        Parent view =
                layouts.load(
                        new DatasetController(
                                model,
                                texts,
                                thumbnails,
                                column,
                                proposals,
                                inspector::editCaption,
                                choose,
                                train));
        model.open();
        return new Panel(
                view,
                List.of(
                        Command.action(
                                "plus",
                                Phrase.of("dataset.add"),
                                "Shortcut+O",
                                () -> choose.accept(model::add)),
                        Command.action("type", Phrase.of("dataset.captions"), null, tagging::open),
                        look(layers, PictureLayer.CROP, "C"),
                        look(layers, PictureLayer.MASK, "M"),
                        look(layers, PictureLayer.FACES, "F"),
                        Command.action(
                                "trash-2",
                                Phrase.of("dataset.leaveout"),
                                "Delete",
                                model::leaveOut)),
                model::open);
    }

    private static Command look(LayerModel layers, PictureLayer layer, String key) {
        return Command.action(layer.icon(), layer.command(), key, () -> layers.look(layer));
    }
}
