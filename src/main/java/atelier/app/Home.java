package atelier.app;

import java.nio.file.Path;

/**
 * What comes along with Atelier.
 *
 * @param sample pictures of the sample character, with captions; need not be there
 * @param starter the starter model; need not be there
 * @param catalog the folder that tells of models to fetch; need not be there
 */
record Home(Path sample, Path starter, Path catalog) {

    /** What came along with this process. */
    static Home ofThisProcess() {
        return in(Path.of(System.getProperty("atelier.home", "")));
    }

    /** As it lies in Atelier's sources or where Atelier is installed. */
    static Home in(Path folder) {
        return new Home(
                folder.resolve("sample-data").resolve("character"),
                folder.resolve("models").resolve("starter"),
                folder.resolve("models").resolve("catalog"));
    }
}
