package atelier.service.training;

import java.nio.file.Path;

/**
 * One drawn preview.
 *
 * @param step after which it was drawn; 0 before the first
 * @param number of its prompt, from 0
 * @param prompt what it shows
 * @param side in pixels
 * @param file a PNG
 */
record Preview(long step, int number, PreviewPrompt prompt, int side, Path file) {}
