package atelier.ui.library;

import atelier.model.library.ItemKind;

/**
 * A thing of the library that is changed.
 *
 * @param id by which the library knows it
 * @param name by which its owner does
 */
record Thing(ItemKind kind, String id, String name) {}
