package atelier.cli;

import atelier.model.library.ImageRecord;
import atelier.service.library.ImageLibrary;
import java.nio.file.Files;
import java.nio.file.Path;

/** Images of the gallery as they are named on the command line. */
final class GalleryImage {

    private GalleryImage() {}

    /**
     * The image of a file, which is taken into the index if need be, or of a name below the folder
     * of images.
     *
     * @throws atelier.model.AtelierException if there is none
     */
    static ImageRecord of(ImageLibrary images, String name) {
        Path file = Path.of(name);
        return Files.isRegularFile(file) ? images.index(file) : images.get(name.replace('\\', '/'));
    }
}
