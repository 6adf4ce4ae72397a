package atelier.model.restoration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An image to restore.
 *
 * @param source its file, which is never changed
 * @param name of the result within the folder of results, without its ending; no two are alike
 * @param leave faces that are left alone; none where an order of an earlier version says nothing
 */
public record RestorationItem(Path source, String name, FacesToLeave leave) {

    /** Takes what is missing for none. */
    public RestorationItem(Path source, String name, @Nullable FacesToLeave leave) {
        this.source = source;
        this.name = name;
        this.leave = leave == null ? FacesToLeave.NONE : leave;
    }

    /** One of which no face is left alone. */
    public RestorationItem(Path source, String name) {
        this(source, name, FacesToLeave.NONE);
    }

    /** The same with those faces left alone. */
    public RestorationItem leaving(FacesToLeave faces) {
        return new RestorationItem(source, name, faces);
    }
}
