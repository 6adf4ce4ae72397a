package atelier.ui.training;

import atelier.model.library.CharacterRecord;
import java.nio.file.Path;

/**
 * Someone or something to train.
 *
 * @param character as the library has it
 * @param pictures how many it has
 * @param data the folder of its pictures and captions
 */
public record Trainee(CharacterRecord character, int pictures, Path data) {}
