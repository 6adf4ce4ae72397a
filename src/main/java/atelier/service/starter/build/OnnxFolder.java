package atelier.service.starter.build;

import atelier.engine.onnx.OnnxGraph;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.OutputFolder;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small network in a model: its file, and what is to be known of it.
 *
 * @param folder that holds both
 */
record OnnxFolder(Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The network. */
    Path network() {
        return folder.resolve("model.onnx");
    }

    /** How it is used. */
    Path config() {
        return folder.resolve("config.json");
    }

    /**
     * Writes both, replacing those that are there.
     *
     * @param config what JSON is made of
     */
    void write(OnnxGraph graph, Record config) {
        OutputFolder.prepare(folder);
        graph.write(network());
        byte[] text = JSON.writeValueAsBytes(config);
        AtomicFiles.replace(config(), out -> out.write(text));
    }
}
