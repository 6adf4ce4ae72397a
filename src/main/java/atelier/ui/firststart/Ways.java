package atelier.ui.firststart;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the first steps lead.
 *
 * @param pictures to the pictures of that character
 * @param images to where images are made
 * @param own takes in the user's own pictures, as a new character
 * @param arrived hears that the sample character is there
 */
public record Ways(
        Consumer<String> pictures, Runnable images, Consumer<List<Path>> own, Runnable arrived) {}
