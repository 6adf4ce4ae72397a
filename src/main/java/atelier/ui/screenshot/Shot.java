package atelier.ui.screenshot;

import atelier.ui.Studio;
import java.util.function.Consumer;

/**
 * A state of the window to make a picture of.
 *
 * @param name of the picture's file, and what chooses it on the command line
 * @param arrange brings the window into it
 */
record Shot(String name, Consumer<Studio> arrange) {}
